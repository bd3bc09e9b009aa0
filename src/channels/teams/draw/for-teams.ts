import type { AdaptiveCard, ExecuteAction } from "../../cards/adaptive-card.ts";

/** A mention as Teams wants it beside the text that holds `<at>name</at>`. */
export interface MentionEntity {
  readonly type: "mention";
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** A card as Teams takes it: the neutral one, with Teams' own way of opening dialogs, its mentions and the message's whole width. */
export interface TeamsCard extends Omit<AdaptiveCard, "body"> {
  readonly body: unknown;
  readonly msteams: { readonly width: "Full"; readonly entities?: readonly MentionEntity[] };
}

/** In a message: what opens a form asks for a dialog, all else is answered in place by a card (Universal Actions). */
export function forMessage(card: AdaptiveCard, mentions: readonly MentionEntity[]): TeamsCard {
  const entities = mentions.length > 0 ? { entities: mentions } : {};
  return {
    ...card,
    body: withActions(card.body, (action) => (action.data.opens === "form" ? openingDialog(action) : action)),
    msteams: { width: "Full", ...entities },
  };
}

/** In a dialog: every button submits it (`task/submit`); there Teams knows no Action.Execute. */
export function forDialog(card: AdaptiveCard): TeamsCard {
  return { ...card, body: withActions(card.body, submitting), msteams: { width: "Full" } };
}

/** The button that opens a dialog, by itself. */
export function openingDialog(action: ExecuteAction) {
  const { data, ...rest } = submitting(action);
  return { ...rest, data: { ...data, msteams: { type: "task/fetch" } } };
}

function submitting({ verb: _verb, ...action }: ExecuteAction) {
  return { ...action, type: "Action.Submit" as const };
}

/** What most of a card consists of, and holds no action of Luotsi's. */
const ACTS_NOT: ReadonlySet<unknown> = new Set(["RichTextBlock", "TextBlock", "Image"]);

/** The same card with each of its actions drawn anew, wherever they stand. */
function withActions(node: unknown, draw: (action: ExecuteAction) => object): unknown {
  if (Array.isArray(node)) return node.map((one: unknown) => withActions(one, draw));
  if (typeof node !== "object" || node === null) return node;
  if (isExecute(node)) return draw(node);
  if ("type" in node && ACTS_NOT.has(node.type)) return node;
  const drawn: { [key: string]: unknown } = { ...node };
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "object") drawn[key] = withActions(value, draw);
  }
  return drawn;
}

function isExecute(node: object): node is ExecuteAction {
  return "type" in node && node.type === "Action.Execute";
}
