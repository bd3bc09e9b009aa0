import { z } from "zod";
import { readFieldBlockId } from "./ids.ts";

const inputSchema = z.looseObject({ type: z.literal("input"), block_id: z.string() });

/**
 * The `errors` of a `response_action: "errors"`: block_id → sentence. A sentence about what is not in the view stands at its first field. `blocks` are those of
 * the view as Slack sent it. Undefined when there is nothing to say, or no field to say it at: then the answer has to be said elsewhere.
 */
export function drawMistakes(
  mistakes: { readonly [field: string]: string },
  blocks: unknown,
): { readonly [blockId: string]: string } | undefined {
  const ids = new Map<string, string>();
  for (const block of Array.isArray(blocks) ? blocks : []) {
    const input = inputSchema.safeParse(block).data;
    const field = input && readFieldBlockId(input.block_id);
    if (input && field !== undefined) ids.set(field, input.block_id);
  }
  const [first] = ids.values();
  if (first === undefined) return undefined;
  const errors = new Map<string, string>();
  for (const [field, sentence] of Object.entries(mistakes)) {
    const id = ids.get(field) ?? first;
    const said = errors.get(id);
    errors.set(id, said === undefined ? sentence : `${said} ${sentence}`);
  }
  return errors.size === 0 ? undefined : Object.fromEntries(errors);
}
