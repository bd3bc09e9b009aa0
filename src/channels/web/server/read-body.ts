import type { Context } from "hono";
import type { z } from "zod";
import { LIMITS } from "../../../message/limits.ts";
import { Refusal } from "./refusal.ts";

/** Reads a JSON body by its schema; every way in which it can be wrong is a refusal with a sentence. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? ""))
    throw new Refusal(415, (say) => say("web.server.notJson"));
  const read = schema.safeParse(parse(await c.req.text()));
  if (!read.success) throw new Refusal(400, (say) => say("web.server.malformed"));
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Undefined fits no schema, so it ends in the same refusal as any other malformed body.
    return undefined;
  }
}

/** What a person wrote, as it is; refused when there is nothing in it or too much. */
export function checkText(text: string): string {
  if (text.trim() === "") throw new Refusal(422, (say) => say("web.server.textEmpty"));
  const { length } = text;
  if (length > LIMITS.answerText)
    throw new Refusal(422, (say) => say("web.server.textTooLong", { length, limit: LIMITS.answerText }));
  return text;
}
