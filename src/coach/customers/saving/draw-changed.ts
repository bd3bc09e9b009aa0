import type { Delta } from "../../../customers/effects/deltas.ts";
import { willText } from "../../../customers/exchange/take-will.ts";
import type { Block } from "../../../message/message.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { paragraph } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import { worthText } from "../register/card/card-facts.ts";
import { aWeek } from "./a-week.ts";
import type { SavingView } from "./load-saving.ts";

const MOST_ROWS = 15;
const NAME = 60;
const PART = 60;
const WHAT = 240;
const CLASSES = ["A", "B", "C", "D"] as const;
const NONE = "–";

/** "A → B", "B (uusi)"; what stays is told once. */
export function turned(from: string, to: string, say: Say): string {
  if (from === to) return to;
  return from === "" ? say("flows.rules.isNew", { what: to }) : `${from} → ${to || NONE}`;
}

/** Whose data change, each thing as it is and as it would be; and how many there are in each class then. */
export function drawChanged({ preview, after }: Pick<SavingView, "preview" | "after">, language: Language) {
  const { changed, classes } = preview;
  if (changed.length === 0) return [];
  const say = words(language);
  const facts = changed.slice(0, MOST_ROWS).map(({ name, isNew, deltas }) => ({
    label: isNew ? say("flows.changes.isNew", { name: shorten(name, NAME) }) : shorten(name, NAME),
    value: shorten(deltas.map((delta) => deltaWords(delta, after, say, language)).join("; "), WHAT),
  }));
  const left = changed.length - facts.length;
  const isClassed = CLASSES.some((one) => classes[one].before !== classes[one].after);
  const counted = CLASSES.map(
    (one) => `${one} ${turned(String(classes[one].before), String(classes[one].after), say)}`,
  );
  const blocks: readonly (Block | undefined)[] = [
    paragraph(say("flows.changes.caption", { count: changed.length })),
    { kind: "facts", facts },
    left > 0 ? paragraph(say("flows.changes.left", { count: left })) : undefined,
    isClassed ? paragraph(say("flows.changes.classes", { classes: counted.join(", ") })) : undefined,
  ];
  return blocks;
}

function deltaWords(delta: Delta, { rules }: SavingView["after"], say: Say, language: Language): string {
  const change = (what: string, from: string, to: string) =>
    `${shorten(what, PART)}${from === "" ? ":" : ""} ${turned(from, to, say)}`;
  switch (delta.kind) {
    case "class":
      return change(say("flows.changes.class"), delta.from ?? "", delta.to ?? "");
    case "field": {
      const named = (field: typeof delta.from) => (field === null ? "" : say(`customers.field.${field}`));
      return change(say("flows.changes.field"), named(delta.from), named(delta.to));
    }
    case "present":
    case "potential":
      return change(say(`flows.changes.${delta.kind}`), worthText(delta.from, language), worthText(delta.to, language));
    case "buys":
      return say(delta.to ? "flows.changes.buys" : "flows.changes.buysNot");
    case "lifecycle": {
      const named = (phase: typeof delta.from) => (phase === null ? "" : say(`customers.lifecycle.${phase}`));
      return change(say("flows.changes.lifecycle"), named(delta.from), named(delta.to));
    }
    case "will":
      return change(say("flows.changes.will"), willText(delta.from, language), willText(delta.to, language));
    case "score": {
      const name = rules.criteria.find(({ id }) => id === delta.criterion)?.name ?? delta.criterion;
      const shown = (value: number | null) => (value === null ? "" : aWeek(value, language));
      return change(name.toLowerCase(), shown(delta.from), shown(delta.to));
    }
    case "product":
    case "contactPerson":
      return say(`flows.changes.${delta.kind}`, { name: shorten(delta.name, PART) });
    default:
      return delta satisfies never;
  }
}
