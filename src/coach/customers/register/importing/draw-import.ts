import { columnName, FIELDS } from "../../../../customers/exchange/fields.ts";
import type { ImportBatch } from "../../../../customers/files/import-batch.ts";
import { formatNumber } from "../../../../flow/wording/format.ts";
import { LIMITS } from "../../../../message/limits.ts";
import type { Block, Message } from "../../../../message/message.ts";
import { type Language, words } from "../../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../../draw/compose.ts";
import { shorten } from "../../../draw/shorten.ts";
import type { Listener } from "../../../scene.ts";
import { LONGEST_LINE } from "./packed.ts";

/** Lines of problems on a page. */
export const LINES = 8;
/** All the headings of any but the widest file: one that is cut looks unread. */
const LIST = 1500;

export interface ImportView {
  readonly batch: ImportBatch;
  readonly page: number;
  /** The page's lines of problems. */
  readonly lines: readonly string[];
}

/** An import as it stands: its preview with every problem, how far it is, or what came of it. */
export function drawImport(view: ImportView, listener: Listener): Message {
  const { language } = listener;
  return messageOf(language, blocksOf(view, listener));
}

function blocksOf(view: ImportView, { language, person }: Listener): readonly (Block | undefined)[] {
  const { batch, lines } = view;
  const say = words(language);
  const mine = button(
    say("customers.button.mine"),
    { kind: "register-list", of: { person: person?._id }, page: 0, anew: true },
    { primary: true },
  );
  switch (batch.state) {
    case "reading":
      return [quiet(say("exchange.import.reading", { name: batch.name }))];
    case "refused":
      return [paragraph(refusedWords(batch, language))];
    case "ready":
      return preview(view, language);
    case "running": {
      const label = say("exchange.import.running", { done: batch.done, total: batch.rows });
      return [{ kind: "progress", done: batch.done, total: Math.max(1, batch.rows), label }];
    }
    case "done": {
      const { _id, added, updated, left, which } = batch;
      const undo = button(say("customers.button.undo"), { kind: "register-import-undo", batch: _id });
      return [
        paragraph(say("exchange.import.done", numbers({ added, updated, left }, language))),
        ...problemPage(view, language),
        lines.length === 0
          ? undefined
          : quiet(say(which === "all" ? "exchange.import.mend" : "exchange.import.mendOut")),
        choices([mine, ...pageButtons(view, language), added === 0 ? undefined : undo]),
      ];
    }
    case "dropped":
      return [paragraph(say("exchange.import.dropped"))];
    case "undoing":
      return [quiet(say("exchange.undo.doing"))];
    case "undone":
      return [paragraph(undoneWords(batch, language)), choices([mine])];
    default:
      return batch.state satisfies never;
  }
}

function refusedWords({ refused, ignored }: ImportBatch, language: Language): string {
  const say = words(language);
  if (refused === "cut") return say("exchange.import.cut");
  return say(`exchange.refused.${refused ?? "broken"}`, { headings: listed(ignored) });
}

/** Who was taken out again, and what stays. */
function undoneWords({ added, stayed, updated }: ImportBatch, language: Language): string {
  const say = words(language);
  const gone = added - stayed;
  return [
    gone === 0 ? say("exchange.undo.none") : say("exchange.undo.done", { count: gone }),
    gone === 0 || stayed === 0 ? "" : say("exchange.undo.stayed", { count: stayed }),
    updated === 0 ? "" : say("exchange.undo.updated", { count: updated }),
  ]
    .filter((one) => one !== "")
    .join(" ");
}

function preview(view: ImportView, language: Language): readonly (Block | undefined)[] {
  const say = words(language);
  const { batch } = view;
  const { counts, problems, name } = batch;
  const told = { new: counts.new, update: counts.update, problems: counts.withProblems };
  const others = batch.ignored.length === 0 ? [] : unread(batch, language);
  return [
    heading(
      shorten(name === "" ? say("exchange.button.import") : say("exchange.import.title", { name }), LIMITS.heading),
    ),
    paragraph(
      counts.new + counts.update === 0 && problems === 0
        ? say("exchange.import.nothing")
        : say("exchange.import.taken", numbers(told, language)),
    ),
    ...changed(batch),
    quiet(counts.same === 0 ? undefined : say("exchange.import.same", { count: counts.same })),
    quiet(say("exchange.import.columns", { columns: listed(batch.columns) })),
    quiet(batch.ignored.length === 0 ? undefined : say("exchange.import.ignored", { names: listed(batch.ignored) })),
    quiet(others.length === 0 ? undefined : say("exchange.import.headings", { names: listed(others) })),
    quiet(batch.doubled.length === 0 ? undefined : say("exchange.import.doubled", { names: listed(batch.doubled) })),
    ...problemPage(view, language),
    choices([...deciding(batch, language), ...pageButtons(view, language)]),
    quiet(isChosen(batch) ? say("exchange.import.withAll") : undefined),
  ];
}

/** What else a column may be called. */
function unread({ columns }: ImportBatch, language: Language): readonly string[] {
  return FIELDS.map((field) => columnName(field, language)).filter((name) => !columns.includes(name));
}

/** Some of what would change. */
function changed({ changes }: ImportBatch): readonly (Block | undefined)[] {
  return [changes.length === 0 ? undefined : quiet(changes.map((line) => shorten(line, LONGEST_LINE)).join("\n"))];
}

function problemPage({ batch, page, lines }: ImportView, language: Language): readonly (Block | undefined)[] {
  const { at, last } = pageOf(batch, page);
  const turned = { from: at * LINES + 1, to: at * LINES + lines.length, total: batch.problems };
  return [
    paragraph(lines.length === 0 ? undefined : lines.map((line) => shorten(line, LONGEST_LINE)).join("\n")),
    last > 0 ? quiet(words(language)("exchange.import.page", turned)) : undefined,
  ];
}

function pageButtons({ batch, page }: ImportView, language: Language) {
  const say = words(language);
  const { at, last } = pageOf(batch, page);
  const to = (label: string, other: number) =>
    button(label, { kind: "register-import-page", batch: batch._id, page: other });
  return [
    at < last ? to(say("exchange.button.next"), at + 1) : undefined,
    at > 0 ? to(say("exchange.button.previous"), at - 1) : undefined,
  ];
}

function pageOf({ problems }: ImportBatch, page: number): { readonly at: number; readonly last: number } {
  const last = Math.max(0, Math.ceil(problems / LINES) - 1);
  return { at: Math.min(page, last), last };
}

/** Whether it is asked if the rows with problems are to come too. */
function isChosen({ counts }: ImportBatch): boolean {
  return counts.new + counts.update > 0 && counts.withProblems > counts.nothing;
}

function deciding(whole: ImportBatch, language: Language) {
  const say = words(language);
  const { _id: batch, counts } = whole;
  const drop = button(say("exchange.button.drop"), { kind: "register-import-drop", batch });
  if (counts.new + counts.update === 0) return [drop];
  if (!isChosen(whole))
    return [
      button(say("exchange.button.import"), { kind: "register-import", batch, which: "good" }, { primary: true }),
      drop,
    ];
  return [
    button(say("exchange.button.all"), { kind: "register-import", batch, which: "all" }, { primary: true }),
    button(say("exchange.button.good"), { kind: "register-import", batch, which: "good" }),
    drop,
  ];
}

function listed(names: readonly string[]): string {
  // It ends a sentence.
  return shorten(names.join(", "), LIST).replace(/…$/u, "");
}

function numbers<K extends string>(
  counts: { readonly [key in K]: number },
  language: Language,
): { [key in K]: string } {
  const entries = Object.entries<number>(counts).map(([key, count]) => [key, formatNumber(count, language)]);
  return Object.fromEntries(entries);
}
