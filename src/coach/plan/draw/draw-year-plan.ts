import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { type YearPlan, yearPlan } from "../../../plan/year-plan.ts";
import { words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { teamName } from "../../draw/naming.ts";
import { inSentence } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import type { PlanTellOf } from "../plan-tells.ts";
import { type PlanView, YEAR_PLAN } from "../plan-view.ts";

const QUARTERS = [1, 2, 3, 4] as const;
/** So many actions of one cell are named in the table; a thousand would fit in no message. */
const NAMED = 4;
const NAME = 50;
/** Few actions are told whole: the picture cuts what is long. */
const ROOM_FOR_NAMES = 2000;

/** A team's year as a picture and a table, dimension by quarter. */
export function drawYearPlan(
  { team, year }: PlanTellOf<"plan-year">,
  view: PlanView,
  listener: Listener,
): Message | undefined {
  const found = view.directory.teams.get(team);
  if (!found) return undefined;
  const { language } = listener;
  const say = words(language);
  const ids = view.dimensions.map(({ id }) => id);
  const whole = yearPlan(view.actions, ids, year);
  const plan = { ...whole, rows: whole.rows.filter(isPlanned) };
  const title = say("plan.year.title", { year, team: teamName(found) });
  const filled = plan.rows.length > 0;
  const bare = rowsOf({ ...whole, rows: whole.rows.filter((row) => !isPlanned(row)) }, view, language);
  const count = plan.unplaced.length;
  return messageOf(language, [
    heading(title),
    filled ? picture(title, plan, view, listener) : paragraph(say("plan.year.empty", { year })),
    filled ? table(plan, view, listener) : undefined,
    filled && bare.length > 0
      ? quiet(say("plan.year.bare", { dimensions: bare.map(({ label }) => inSentence(label)).join(", ") }))
      : undefined,
    count > 0 ? quiet(say("plan.year.unplaced", { count })) : undefined,
    choices([
      button(
        say(view.plannedBefore ? "plan.button.planAnew" : "plan.button.plan"),
        { kind: "start", flow: YEAR_PLAN, team },
        filled ? {} : { primary: true },
      ),
      button(say("plan.button.yearOf", { year: year - 1 }), { kind: "plan-year", team, year: year - 1 }),
      button(say("plan.button.yearOf", { year: year + 1 }), { kind: "plan-year", team, year: year + 1 }),
      button(say("plan.button.team"), { kind: "plan-list", of: { kind: "team", team }, page: 0 }),
    ]),
  ]);
}

function isPlanned({ quarters }: YearPlan["rows"][number]): boolean {
  return quarters.some(({ length }) => length > 0);
}

function picture(title: string, plan: YearPlan, view: PlanView, { language }: Listener) {
  const say = words(language);
  const named = rowsOf(plan, view, language);
  const altOf = (cell: (actions: readonly PlanAction[]) => string) => {
    const cells = named.flatMap(({ label, quarters }) =>
      quarters.flatMap((actions, at) =>
        actions.length === 0
          ? []
          : [say("plan.year.cell", { dimension: label, quarter: at + 1, actions: cell(actions) })],
      ),
    );
    return say("plan.year.alt", { year: plan.year, cells: cells.join(" · ") });
  };
  const names = altOf((actions) => actions.map((action) => nameOf(action, language)).join("; "));
  // Where the names do not fit, the numbers do; the names stand in the table.
  const alt = names.length <= LIMITS.alt ? names : altOf(({ length: count }) => say("plan.year.count", { count }));
  return {
    kind: "picture",
    chart: {
      kind: "grid",
      title,
      columns: QUARTERS.map((quarter) => `Q${quarter}`),
      rows: named.map(({ label, quarters }) => ({
        label,
        cells: quarters.map((actions) => actions.map(({ what, open }) => ({ text: what, quiet: !open }))),
      })),
      legend: say("plan.year.legend"),
    },
    alt: shorten(alt, LIMITS.alt),
  } as const;
}

function table(plan: YearPlan, view: PlanView, { language }: Listener) {
  const say = words(language);
  const count = plan.rows.reduce((all, { quarters }) => all + quarters.flat().length, 0);
  const room = Math.max(NAME, Math.floor(ROOM_FOR_NAMES / count));
  return {
    kind: "table",
    caption: say("plan.year.table"),
    columns: [say("plan.year.dimension"), ...QUARTERS.map((quarter) => `Q${quarter}`)],
    rows: rowsOf(plan, view, language).map(({ label, quarters }) => [
      label,
      ...quarters.map((actions) => cellOf(actions, language, room)),
    ]),
  } as const;
}

function cellOf(actions: readonly PlanAction[], language: Listener["language"], room: number): string {
  const named = actions.slice(0, NAMED).map((action) => nameOf(action, language, room));
  const left = actions.length - named.length;
  return [...named, ...(left > 0 ? [`+${left}`] : [])].join("; ");
}

function nameOf({ what, standing }: PlanAction, language: Listener["language"], room = NAME): string {
  const short = shorten(what, room);
  return standing.kind === "done" ? words(language)("plan.year.done", { what: short }) : short;
}

function rowsOf(plan: YearPlan, { dimensions }: PlanView, language: Listener["language"]) {
  return plan.rows.map(({ dimension, quarters }) => ({
    label: dimensions.find(({ id }) => id === dimension)?.title[language] ?? words(language)("plan.year.other"),
    quarters,
  }));
}
