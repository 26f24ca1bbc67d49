// Calls the running service with a client that was made from its own description. What does not fit the description does
// not compile. WINDSCREEN is the address of the service.
import assert from "node:assert/strict";
import { test } from "node:test";
import createClient from "openapi-fetch";
import type { components, paths } from "./description.js";

const baseUrl = process.env.WINDSCREEN;
if (!baseUrl) {
  throw new Error("WINDSCREEN must say where the service is");
}
const client = createClient<paths>({ baseUrl });

const body: components["schemas"]["Case"] = {
  policy: "bexley",
  as_of: "2020-03-02T14:10",
  child: { age: 6 },
  home: { domestic_abuse: { at_least: "present" }, child_present: true },
};

const family: components["schemas"]["Case"] = {
  policy: "bexley",
  as_of: "2020-03-02T14:10",
  children: { "twin 1": { child: { age: 8 } }, "twin 2": {} },
};

test("the policies are listed", async () => {
  const { data } = await client.GET("/v1/policies");
  assert.ok(data?.policies.some((p) => p.id === "bexley-2020" && p.levels.length === 4));
});

test("a case is decided", async () => {
  const { data, response } = await client.POST("/v1/evaluate", { body, params: { query: { size: "verdict" } } });
  assert.equal(response.status, 200);
  assert.ok(data?.kind === "verdict");
  assert.equal(data.in_force, true);
  assert.equal(data.policy, "bexley-2020");
  assert.ok(data.recommended <= data.at_most);
});

test("a case is answered, in brief and in full", async () => {
  for (const size of ["brief", "full"] as const) {
    const { data } = await client.POST("/v1/evaluate", { body, params: { query: { size, reader: "referrer" } } });
    assert.ok(data?.kind === "recommendation");
    assert.equal(data.format, 2);
    assert.equal(size === "brief", data.left_out !== undefined);
    assert.ok(data.questions.length > 0);
  }
});

test("one child of a family is answered", async () => {
  const header = { "Windscreen-Child": encodeURIComponent("twin 2") };
  const { data } = await client.POST("/v1/evaluate", { body: family, params: { header } });
  assert.ok(data?.kind === "recommendation");
  assert.equal(data.child, "twin 2");
  const all = await client.POST("/v1/evaluate", { body: family });
  assert.ok(all.data?.kind === "family");
  assert.equal(all.data.children.length, 2);
  assert.ok(all.data.level.recommended <= all.data.level.at_most);
});

test("a copy is made, or what stands in its way is told", async () => {
  const told: components["schemas"]["Case"] = {
    ...body,
    home: {},
    explored: ["all"],
    consent: { seeking_raises_risk: false, keep_from: [], told: ["mother", "father"] },
  };
  const { data } = await client.POST("/v1/evaluate", { body: told, params: { query: { copy_for: "family" } } });
  assert.ok(data?.kind === "copy");
  assert.equal(data.page.for_family, true);
  const refused = await client.POST("/v1/evaluate", { body, params: { query: { copy_for: "mother" } } });
  assert.equal(refused.error?.type, "urn:windscreen:problem:no-copy");
  assert.ok(refused.error?.withheld && refused.error.withheld.says.length > 0);
});

test("questions, what keeps a level away, services and other policies are told", async () => {
  const questions = await client.POST("/v1/questions", { body });
  assert.ok(questions.data?.questions[0]?.ask);
  const two = await client.POST("/v1/questions", { body, params: { query: { limit: 2 } } });
  assert.equal(two.data?.questions.length, 2);
  const whyNot = await client.POST("/v1/why-not", { body });
  assert.equal(whyNot.data?.children.length, 1);
  const four = await client.POST("/v1/why-not", { body, params: { query: { level: 4 } } });
  assert.ok(four.data?.children[0]?.why_not.every((o) => o.level === 4));
  const services = await client.POST("/v1/services", { body });
  assert.equal(services.data?.children[0]?.policies.length, 1);
  const listed = await client.GET("/v1/services", { params: { query: { policy: "bexley" } } });
  assert.ok(listed.data && listed.data.policies.length > 0);
  const compared = await client.POST("/v1/compare", { body, params: { query: { policy: ["essex", "bexley"] } } });
  assert.equal(compared.data?.children[0]?.policies.length, 2);
});

test("what a case can state is told", async () => {
  const { data } = await client.GET("/v1/vocabulary", { params: { query: { policy: "essex" } } });
  assert.ok(data?.facts.some((f) => f.fact === "home.domestic_abuse" && f.values.length > 0));
  const schema = await client.GET("/v1/schemas/{kind}", { params: { path: { kind: "case" } } });
  assert.ok(schema.data);
});

test("a faulty case gets problem details with every fault", async () => {
  const faulty = { ...body, homes: {} } as components["schemas"]["Case"];
  const { data, error, response } = await client.POST("/v1/evaluate", { body: faulty });
  assert.equal(response.status, 422);
  assert.equal(data, undefined);
  assert.equal(error?.type, "urn:windscreen:problem:bad-case");
  assert.equal(error?.diagnostics?.[0]?.code, "unknown-name");
  assert.equal(error?.diagnostics?.[0]?.pointer, "/homes");
  assert.match(error?.diagnostics?.[0]?.remedy ?? "", /home/);
  const found = await client.POST("/v1/validate", { body: faulty });
  assert.equal(found.data?.sound, false);
  assert.equal(found.data?.diagnostics[0]?.severity, "error");
});
