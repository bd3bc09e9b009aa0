import { SLACK_LIMITS } from "./slack-limits.ts";

/** Every action_id of ours begins so; what does not is someone else's. */
export const OUR_ACTION = /^luotsi\./;

/** A button that carries its action in `value`: "form" where the tap opens a form. */
export function buttonId(nth: string, opensForm: boolean): string {
  return `luotsi.${opensForm ? "form" : "tap"}.${nth}`;
}

/** A menu whose options are unpacked with the words in its block_id (pack-menu.ts). */
export function menuId(nth: string): string {
  return `luotsi.menu.${nth}`;
}

/** The element of a form's field. The same for the field whenever it is drawn, so that an update of the view keeps what was typed. */
export const FIELD_ACTION = "luotsi.field";

/**
 * The block of a form's field. `form` sets two forms of one message apart ("" in a dialog); the field's id is read back from what follows the colon.
 */
export function fieldBlockId(form: string, field: string): string {
  return `field${form}:${field}`.slice(0, SLACK_LIMITS.id);
}

/** The field that a block_id belongs to; undefined for other blocks. */
export function readFieldBlockId(blockId: string): string | undefined {
  return /^field[\d.]*:(.+)$/s.exec(blockId)?.[1];
}
