import { SLACK_LIMITS } from "./slack-limits.ts";

/**
 * A menu's option holds 75 characters, an action up to 1,500. Actions of one menu are alike, so the parts that several of them share stand once, in the
 * block_id of the menu (it comes back with every tap, also from messages that only one person sees), and an option's value is the order of its parts:
 * a letter for a shared one, the part itself in quotes for what is its own. Any texts can be packed; undefined when they do not fit.
 */
export interface PackedMenu {
  readonly blockId: string;
  readonly values: readonly string[];
}

export interface MenuEntry {
  readonly action: string;
  readonly opensForm: boolean;
}

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Between parts. Actions are mostly JSON, where quotes stand around every word. */
const SEAM = '"';
/** Written as entities in much of what Slack sends back, so nothing may hang on them. */
const UNSURE = /[&<>]/;
const HEAD = /^menu[\d.]*:(.*)$/s;
const TAP = "t";
const FORM = "f";

export function packMenu(nth: string, entries: readonly MenuEntry[]): PackedMenu | undefined {
  const parts = entries.map(({ action }) => action.split(SEAM));
  const shared = sharedParts(parts);
  const letter = new Map(shared.map((part, index) => [part, LETTERS.charAt(index)]));
  const blockId = `menu${nth}:${shared.join(SEAM)}`;
  const values = entries.map(({ opensForm }, index) => {
    const packed = (parts[index] ?? []).map((part) => letter.get(part) ?? `${SEAM}${part}${SEAM}`);
    return `${opensForm ? FORM : TAP}${packed.join("")}`;
  });
  const fits =
    blockId.length <= SLACK_LIMITS.id &&
    ![blockId, ...values].some((packed) => UNSURE.test(packed)) &&
    values.every(({ length }) => length <= SLACK_LIMITS.optionValue) &&
    new Set(values).size === values.length;
  return fits ? { blockId, values } : undefined;
}

function sharedParts(actions: readonly (readonly string[])[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const part of actions.flat()) seen.set(part, (seen.get(part) ?? 0) + 1);
  return [...seen].flatMap(([part, times]) => (times > 1 ? [part] : [])).slice(0, LETTERS.length);
}

/** What an option stands for; undefined for what packMenu did not make. */
export function unpackMenu(blockId: string, value: string): MenuEntry | undefined {
  const words = HEAD.exec(blockId)?.[1];
  const kind = value.charAt(0);
  if (words === undefined || (kind !== TAP && kind !== FORM)) return undefined;
  const shared = words.split(SEAM);
  const parts: string[] = [];
  for (const [token] of value.slice(1).matchAll(/"[^"]*"|./gs)) {
    const part = token.length > 1 ? token.slice(1, -1) : shared[LETTERS.indexOf(token)];
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const action = parts.join(SEAM);
  return action === "" ? undefined : { action, opensForm: kind === FORM };
}
