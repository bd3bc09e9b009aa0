import { proposedChristmas, proposedClosedWeeks } from "../../../calendar/closed-days.ts";
import { HOME, type Outcome } from "../../../channels/channel.ts";
import { isMember, teamsOf } from "../../../people/directory.ts";
import { converse, plan } from "../../converse.ts";
import { one } from "../../form-values.ts";
import { onlyAdmin } from "../../joining/joining-turn.ts";
import { todayOf } from "../../plan/tap-action.ts";
import type { Tap, Turn } from "../../turn.ts";
import { mayChangeTeam } from "../team/may-change-team.ts";
import type { ClosedWeeksButton } from "./closed-weeks-actions.ts";
import { closedWeeksForm, LONGEST_WEEKS } from "./closed-weeks-form.ts";
import { readClosedWeeks } from "./read-closed-weeks.ts";
import type { ClosedWish } from "./read-closed-wish.ts";
import { type SaidWeeks, setClosedWeeks } from "./set-closed-weeks.ts";

/** "lomaviikot", "lomaviikot 28–31", "tiimin lomaviikot 27–30". What stands then is told in the private chat. */
export async function closedWeeksTurn(turn: Turn, wish: ClosedWish): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  const team = wish.team ? teamMeant(turn) : undefined;
  if (wish.team && team === undefined) return converse(turn, [sentenceOf(turn.say("admin.team.which"))], { place });
  const of = team === undefined ? {} : { team };
  if (wish.said === undefined) return converse(turn, [{ kind: "closed-weeks", ...of }], { place });
  const refused = await refusal(turn, team);
  if (refused !== undefined) return converse(turn, [sentenceOf(refused)], { place });
  const read = readClosedWeeks(wish.said, { today: todayOf(turn), language: turn.person.language, say: turn.say });
  if (!read.ok) return converse(turn, [sentenceOf(read.reason)], { place });
  await setClosedWeeks(turn, { team, said: read.value });
  return converse(turn, [{ kind: "closed-weeks", ...of, ask: firstYear(read.value) }], { place });
}

export async function closedWeeksTap(turn: Tap, button: ClosedWeeksButton): Promise<Outcome> {
  const { team } = button;
  const refused = await refusal(turn, team);
  if (refused !== undefined) return { kind: "taken", notice: refused };
  switch (button.kind) {
    case "closed-weeks-form":
      return { kind: "form", form: formFor(turn, team) };
    case "closed-weeks-set":
      return saveAndShow(turn, { team, said: saidBy(button) }, { year: button.year, message: messageOf(turn) });
    case "closed-weeks-save": {
      const values = turn.incoming.values ?? {};
      const weeks = one(values.weeks).trim();
      const christmas = one(values.christmas) === "yes";
      if (weeks.length > LONGEST_WEEKS)
        return { kind: "mistakes", mistakes: { weeks: turn.say("turn.tooLong", { count: LONGEST_WEEKS }) } };
      const typed = `${one(values.year)}: ${weeks === "" ? "ei" : weeks}`;
      const read = readClosedWeeks(typed, { today: todayOf(turn), language: turn.person.language, say: turn.say });
      if (!read.ok) return { kind: "mistakes", mistakes: { weeks: read.reason } };
      const year = firstYear(read.value);
      const also = christmas ? [proposedChristmas(year)] : [];
      const said = read.value.map((all) => ({ ...all, ranges: [...all.ranges, ...also] }));
      return saveAndShow(turn, { team, said }, { year, message: button.message });
    }
    default:
      return button satisfies never;
  }
}

function formFor(turn: Tap, team: string | undefined) {
  const message = messageOf(turn);
  return closedWeeksForm(
    { directory: turn.directory, team: team === undefined ? undefined : turn.directory.teams.get(team) },
    { language: turn.person.language, today: todayOf(turn), ...(message === undefined ? {} : { message }) },
  );
}

function saidBy({ year, to }: Extract<ClosedWeeksButton, { kind: "closed-weeks-set" }>): SaidWeeks["said"] {
  switch (to) {
    case "proposal":
      return [{ year, ranges: [proposedClosedWeeks(year)], beside: false }];
    case "none":
      return [{ year, ranges: [], beside: false }];
    case "christmas":
      return [{ year, ranges: [proposedChristmas(year)], beside: true }];
    case "company":
      return undefined;
    default:
      return to satisfies never;
  }
}

function firstYear(said: NonNullable<SaidWeeks["said"]>): number {
  return Math.min(...said.map(({ year }) => year));
}

/** Written, and said in the message in which it was tapped; where there is none, in a new one. */
async function saveAndShow(
  turn: Tap,
  said: SaidWeeks,
  { year, message }: { readonly year: number; readonly message: string | undefined },
): Promise<Outcome> {
  await setClosedWeeks(turn, said);
  const place = { kind: "private", person: turn.person._id } as const;
  const tell = { kind: "closed-weeks", ask: year, ...(said.team === undefined ? {} : { team: said.team }) } as const;
  if (message === undefined || message === HOME || turn.incoming.place.kind !== "private")
    return converse(turn, [tell], { place });
  return plan(turn, place, [{ place, how: { kind: "edit", message }, tell }], { told: [] });
}

function refusal(turn: Turn, team: string | undefined): Promise<string | undefined> {
  return team === undefined ? onlyAdmin(turn) : mayChangeTeam(turn, team);
}

/** The team in whose channel it was said, else the person's only one. */
export function teamMeant({ incoming, directory, person }: Turn): string | undefined {
  if (incoming.place.kind !== "private") {
    const { team } = incoming.place;
    return isMember(directory, team, person._id) ? team : undefined;
  }
  const own = teamsOf(directory, person._id);
  return own.length === 1 ? own[0]?._id : undefined;
}

function messageOf({ incoming }: Tap): string | undefined {
  return incoming.kind === "tapped" ? incoming.message : undefined;
}

function sentenceOf(text: string) {
  return { kind: "sentence", text } as const;
}
