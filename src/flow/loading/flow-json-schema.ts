import { z } from "zod";
import { flowSchema } from "../flow.ts";

/** The flow language as a JSON schema, for editors: what stands in flows/flow.schema.json. */
export function flowJsonSchema(): string {
  const schema = z.toJSONSchema(flowSchema, { io: "input", reused: "ref" });
  const heading = { title: "A flow of Luotsi", description: "Made by `npm run flows:schema` from src/flow/flow.ts." };
  return `${JSON.stringify({ ...heading, ...schema }, null, 2)}\n`;
}
