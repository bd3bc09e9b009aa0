import { isoDateIn } from "../../calendar/iso-date.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Field, Form } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import type { Person } from "../../people/records.ts";
import type { TeamMode } from "../../rounds/open-round.ts";
import { words } from "../../text/text.ts";
import { actionText } from "../action.ts";
import { shorten } from "./shorten.ts";

/** All of a channel's members stand chosen when there are at most so many. */
const ALL_INVITED = 15;

/** Who is invited and when it closes (fields invited, date, time), confirmed by whoever starts the round; together only who leads it. */
export function startForm({
  flow,
  mode,
  team,
  members,
  person,
  closesAt,
  timeZone,
}: {
  readonly flow: Flow;
  readonly mode: TeamMode;
  readonly team: string;
  readonly members: readonly Person[];
  /** Who starts the round: its facilitator, in whose language the form is. */
  readonly person: Person;
  readonly closesAt: number;
  /** The team's. */
  readonly timeZone: string;
  readonly now: number;
}): Form {
  const { language } = person;
  const say = words(language);
  const together = mode === "together";
  return {
    title: say("round.form.start"),
    intro: say("round.form.startIntro", { flow: flow.title[language] }),
    fields: [
      ...(flow.reading ? [{ kind: "note" as const, id: "reading", text: flow.reading[language] }] : []),
      ...(together
        ? [{ kind: "note" as const, id: "how", text: say("round.form.togetherNote") }]
        : ([
            {
              kind: "pick-many",
              id: "invited",
              label: say("round.form.invited"),
              hint: say("round.form.invitedHint"),
              options: members.map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) })),
              values: members.length <= ALL_INVITED ? members.map(({ _id }) => _id) : [person._id],
            },
            { kind: "date", id: "date", label: say("round.form.date"), value: isoDateIn(closesAt, timeZone) },
            { kind: "time", id: "time", label: say("round.form.time"), value: clockIn(closesAt, timeZone) },
          ] satisfies Field[])),
    ],
    submit: say("round.form.startSubmit"),
    action: actionText({ kind: "open-round", flow: flow.id, team, mode }),
  };
}

/** "14:00", as time fields want it. */
function clockIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
}
