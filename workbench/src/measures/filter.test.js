import assert from "node:assert/strict";
import test from "node:test";

import { has } from "./filter.js";

test("accents, capitals and the order of words do not matter", () => {
  assert.ok(has("Administración Nacional de la Seguridad Social", "seguridad ADMINISTRACION"));
  assert.ok(!has("Administración Nacional", "provincial"));
  assert.ok(has("anything", "  "));
});
