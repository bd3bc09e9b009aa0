import { words } from "../../text/text.ts";
import { rankLength } from "../fits.ts";
import { optionsOf } from "../options.ts";
import type { Column, Question } from "../step.ts";
import { tableAsked } from "../table-asked.ts";
import { formatDate, formatNumber, formatQuarter } from "../wording/format.ts";
import { numbered } from "../wording/numbered.ts";
import { addDays, addMonths } from "./plain/calendar.ts";
import { quarterOf } from "./plain/quarter-text.ts";
import type { Reader } from "./reading.ts";

/** At most this many characters of names are listed in a sentence. */
const LISTED = 110;

/** One sentence that says how a field is answered, in the person's language: the end of every refusal. */
export function expected(field: Question | Column, reader: Reader): string {
  return told(field, reader).replace("….", "…");
}

function told(field: Question | Column, reader: Reader): string {
  const say = words(reader.language);
  const { language, flow, answers, context } = reader;
  switch (field.kind) {
    case "text":
      return say("reading.expected.text");
    case "number":
      return say("reading.expected.number", { example: exampleNumber(field, reader) });
    case "money":
      return say("reading.expected.money");
    case "percent":
      return say("reading.expected.percent");
    case "date":
      return field.latest !== undefined && (field.latest === "today" || field.latest <= context.today)
        ? say("reading.expected.dateBehind", { example: formatDate(addDays(context.today, -7), language) })
        : say("reading.expected.date", { example: exampleDate(reader) });
    case "quarter": {
      const example = formatQuarter(quarterOf(addMonths(context.today, 6)), language);
      return say("reading.expected.quarter", { example });
    }
    case "choice": {
      const options = optionsOf(field, flow, answers, context);
      if ("ask" in field) return say("reading.expected.option", { max: options.length });
      const names = options.map(({ label }, index) => numbered(label[language], index + 1));
      return say("reading.expected.named", { names: listed(names, " · ") });
    }
    case "choices":
      return say("reading.expected.options");
    case "rank": {
      const count = rankLength(field, optionsOf(field, flow, answers, context).length);
      const example = count < 2 ? "1" : [2, 1, 3, 4].slice(0, Math.min(count, 4)).join(", ");
      return say("reading.expected.order", { example });
    }
    case "level":
      return say("reading.expected.level", { max: field.levels.length });
    case "spectrum":
      return say("reading.expected.position", { max: field.positions });
    case "table":
      return say("reading.expected.table", {
        columns: listed(
          tableAsked(field, reader).columns.map((column) => column.label[language]),
          "; ",
        ),
      });
    case "person":
      return say(field.many ? "reading.expected.people" : "reading.expected.person", {
        names: listed(
          context.people.map((person) => person.name),
          ", ",
        ),
      });
    case "customer":
      return say("many" in field && field.many ? "reading.expected.customers" : "reading.expected.customer");
    default:
      return field satisfies never;
  }
}

/** A day half a year ahead, so that it never looks like a proposal. */
export function exampleDate(reader: {
  readonly context: { readonly today: string };
  readonly language: Reader["language"];
}): string {
  return formatDate(addMonths(reader.context.today, 6), reader.language);
}

function exampleNumber(
  field: { readonly min?: number | undefined; readonly max?: number | undefined },
  reader: Reader,
): string {
  const example = Math.min(Math.max(12, field.min ?? 12), field.max ?? 12);
  return formatNumber(example, reader.language);
}

/** As many as fit, then "…". */
function listed(names: readonly string[], between: string): string {
  let list = "";
  for (const name of names) {
    if (list.length + name.length > LISTED) return list === "" ? `${name.slice(0, LISTED)}…` : `${list}${between}…`;
    list += (list === "" ? "" : between) + name;
  }
  return list;
}

/** A person's own words inside a sentence, cut so that the sentence stays short. */
export function quoted(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  const characters = [...plain.slice(0, 80)];
  return characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : plain;
}
