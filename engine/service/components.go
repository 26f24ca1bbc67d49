package service

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// component adds a schema to the components of the description, under a name. What it points to within itself becomes a
// component of its own: many programs that read descriptions follow no reference into the middle of a schema.
func component(schemas map[string]any, name string, data []byte) error {
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		return err
	}
	delete(root, "$schema")
	pointers := map[string]string{} // to the name of the component
	within(root, func(at string) string {
		pointers[at] = name + partName(at)
		return "#" + at
	})
	order := make([]string, 0, len(pointers))
	for at := range pointers {
		order = append(order, at)
	}
	// The deepest come first, so that each still stands where it is when its turn comes.
	slices.SortFunc(order, func(a, b string) int {
		return cmp.Or(strings.Count(b, "/")-strings.Count(a, "/"), strings.Compare(a, b))
	})
	for _, at := range order {
		part, err := take(root, strings.Split(at, "/")[1:], components+pointers[at])
		if err != nil {
			return fmt.Errorf("the schema of %s: %w", name, err)
		}
		if _, there := schemas[pointers[at]]; there {
			return fmt.Errorf("the schema of %s: there are two parts called %s", name, pointers[at])
		}
		schemas[pointers[at]] = part
	}
	delete(root, "$defs") // each is a component now
	to := func(at string) string { return components + pointers[at] }
	within(root, to)
	for _, of := range pointers {
		within(schemas[of], to)
	}
	schemas[name] = root
	return nil
}

// partName is what a part of a schema is called, after the name of the schema, by where it stands: Def.home.violence for
// a definition, Key.home.violence for what stands under keys.
func partName(at string) string {
	kind, names := "Key", []string{}
	for _, step := range strings.Split(at, "/")[1:] {
		switch step {
		case "$defs":
			kind = "Def"
		case "properties":
		default:
			names = append(names, step)
		}
	}
	return kind + "." + strings.Join(names, ".")
}

// take takes a part out of a schema and leaves a reference to it there.
func take(schema map[string]any, path []string, to string) (any, error) {
	for ; len(path) > 1; path = path[1:] {
		next, isObject := schema[path[0]].(map[string]any)
		if !isObject {
			return nil, fmt.Errorf("it points to %s, which is not there", strings.Join(path, "/"))
		}
		schema = next
	}
	part, there := schema[path[0]]
	if !there {
		return nil, fmt.Errorf("it points to %s, which is not there", path[0])
	}
	schema[path[0]] = map[string]any{"$ref": to}
	return part, nil
}

// within calls replace for every reference of a schema to a part of itself, with the place of that part, and has the
// reference lead to what it returns.
func within(value any, replace func(at string) string) {
	switch value := value.(type) {
	case map[string]any:
		for key, of := range value {
			to, isText := of.(string)
			if at, own := strings.CutPrefix(to, "#"); isText && key == "$ref" && own && !strings.HasPrefix(to, components) {
				value[key] = replace(at)
				continue
			}
			within(of, replace)
		}
	case []any:
		for _, of := range value {
			within(of, replace)
		}
	}
}
