import { z } from "zod";
import { unpackMenu } from "./pack-menu.ts";
import { SLACK_LIMITS } from "./slack-limits.ts";

const id = z.string().max(SLACK_LIMITS.id);
const actionSchema = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("button"),
    action_id: id,
    value: z.string().min(1).max(SLACK_LIMITS.buttonValue),
  }),
  z.looseObject({ type: z.literal("overflow"), action_id: id, block_id: id, selected_option: optionSchema() }),
  z.looseObject({ type: z.literal("static_select"), action_id: id, block_id: id, selected_option: optionSchema() }),
]);

function optionSchema() {
  return z.looseObject({ value: z.string().max(SLACK_LIMITS.optionValue) });
}

/** What was tapped. */
export interface SlackTap {
  readonly action: string;
  readonly opensForm: boolean;
}

/**
 * Reads one of `actions` of a block_actions payload, from a message, a Home or a dialog; needs nothing but the action itself. Undefined for what is not
 * ours, and for a change within a form's field, which nobody need hear of.
 */
export function readTap(action: unknown): SlackTap | undefined {
  const tapped = actionSchema.safeParse(action).data;
  const kind = tapped && /^luotsi\.(tap|form|menu)\./.exec(tapped.action_id)?.[1];
  if (tapped === undefined || kind === undefined) return undefined;
  if (tapped.type === "button")
    return kind === "menu" ? undefined : { action: tapped.value, opensForm: kind === "form" };
  return kind === "menu" ? unpackMenu(tapped.block_id, tapped.selected_option.value) : undefined;
}
