package service

import (
	"maps"
	"reflect"
	"slices"

	"windscreen/engine/internal/typedoc"
)

// hoist makes each part of an answer's schema that has the name of a type a component of that name, which all answers
// share, and leaves a reference to it. It lets objects have more properties than are listed: a later version may add some.
func hoist(schemas map[string]any, name string) {
	root, isObject := schemas[name].(map[string]any)
	if !isObject {
		return
	}
	delete(root, "additionalProperties")
	for key, part := range root {
		root[key] = hoisted(schemas, name, part)
	}
}

// hoisted is a part of a schema after that.
func hoisted(schemas map[string]any, of string, part any) any {
	switch part := part.(type) {
	case []any:
		for i := range part {
			part[i] = hoisted(schemas, of, part[i])
		}
	case map[string]any:
		for key, inner := range part {
			part[key] = hoisted(schemas, of, inner)
		}
		title, titled := part["title"].(string)
		if _, isStruct := part["properties"]; !titled || !isStruct {
			return part
		}
		return reference(schemas, of, title, part)
	}
	return part
}

// reference makes a part a component, and is what stands in its place: the description stays there, since it is that of the
// property.
func reference(schemas map[string]any, of, title string, part map[string]any) any {
	own := maps.Clone(part)
	delete(own, "additionalProperties")
	delete(own, "description")
	if text := typedoc.Named(title); text != "" {
		own["description"] = text
	}
	types, several := own["type"].([]any)
	nullable := several && slices.Contains(types, any("null"))
	if nullable {
		own["type"] = "object"
	}
	name := title
	if there, taken := schemas[name]; taken && !reflect.DeepEqual(there, any(own)) {
		name = of + "." + title
	}
	schemas[name] = own
	out := map[string]any{"$ref": components + name}
	if nullable {
		out = map[string]any{"anyOf": []any{out, map[string]any{"type": "null"}}}
	}
	if says, described := part["description"]; described {
		out["description"] = says
	}
	return out
}
