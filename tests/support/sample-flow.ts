import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Flow, flowSchema } from "../../src/flow/flow.ts";

const folder = new URL("./flows/samples/", import.meta.url);

/** A sample flow of tests/support/flows/samples: "every-kind" (all fifteen kinds, three sittings) or "follow-up" (builds on its agreed answers). */
export function sampleFlow(id: "every-kind" | "follow-up"): Flow {
  return flowSchema.parse(parse(readFileSync(new URL(`${id}.yaml`, folder), "utf8")));
}
