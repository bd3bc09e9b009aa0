import type { Block } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { paragraph } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { SavingView } from "./load-saving.ts";

const MOST_ROWS = 15;
const NAME = 40;
const CLASSES = ["A", "B", "C", "D"] as const;

/** Who would get another class or field, and how many there are in each class then. */
export function drawMoves(
  { preview: { moves, classes } }: Pick<SavingView, "preview">,
  language: Language,
): (Block | undefined)[] {
  if (moves.length === 0) return [];
  const say = words(language);
  const none = "–";
  const change = (from: string, to: string) => (from === to ? to : `${from} → ${to}`);
  const rows = moves.slice(0, MOST_ROWS).map(({ customer, class: inClass, field }) => {
    const named = (one: typeof field.from) => (one === null ? none : say(`customers.field.${one}`));
    return [
      shorten(customer.name, NAME),
      change(inClass.from ?? none, inClass.to ?? none),
      change(named(field.from), named(field.to)),
    ];
  });
  const left = moves.length - rows.length;
  const isClassed = CLASSES.some((one) => classes[one].before + classes[one].after > 0);
  const counted = CLASSES.map((one) => `${one} ${change(String(classes[one].before), String(classes[one].after))}`);
  return [
    {
      kind: "table",
      caption: say("flows.moves.caption", { count: moves.length }),
      columns: [say("flows.moves.customer"), say("flows.moves.class"), say("flows.moves.field")],
      rows,
    },
    left > 0 ? paragraph(say("flows.moves.left", { count: left })) : undefined,
    isClassed ? paragraph(say("flows.moves.classes", { classes: counted.join(", ") })) : undefined,
  ];
}
