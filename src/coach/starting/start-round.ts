import { closedForTeam } from "../../cadence/closed-for.ts";
import { openMoment } from "../../cadence/round-clock.ts";
import { closingTime, reminderTime } from "../../calendar/round-times.ts";
import type { Outcome } from "../../channels/channel.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Form, FormValues } from "../../message/form.ts";
import { isMember, presentIn, teamsOf } from "../../people/directory.ts";
import { openRound, type TeamMode } from "../../rounds/open-round.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { converse, redrawRemembered, sentence } from "../converse.ts";
import { withoutStop } from "../draw/shorten.ts";
import { startForm } from "../draw/start-form.ts";
import { moment } from "../draw/when.ts";
import { latestAgreed } from "../earlier.ts";
import { refreshForRound } from "../home/refresh-for-round.ts";
import { offerOwn } from "../own/offer-own.ts";
import { mayBeOwn, modeOf } from "../own/ways.ts";
import { beginTogether } from "../together/begin-together.ts";
import type { Turn } from "../turn.ts";
import { goodFirst } from "./good-first.ts";
import { howOpen } from "./how-open.ts";
import { readStartForm } from "./read-start-form.ts";

/** Which flow is started in which team, and how the team answers where the flow leaves it open. */
interface Wanted {
  readonly flow: string;
  readonly team: string;
  readonly mode?: TeamMode | undefined;
}

/**
 * Offers to start a flow: in a channel for its team, in private for the person's own team, or asks which. What a person may do for themselves is
 * offered so in private, unless they said that they want it with the team.
 */
export async function offerStart(
  turn: Turn,
  flowId: string,
  wanted: { readonly team?: string | undefined; readonly withTeam?: boolean } = {},
): Promise<Outcome> {
  const flow = turn.flows.find(({ id }) => id === flowId);
  if (!flow) return sentence(turn, turn.say("turn.topicGone"));
  const { place } = turn.incoming;
  const noTeamYet = place.kind === "private" && wanted.team === undefined && wanted.withTeam !== true;
  if (modeOf(flow, undefined) === undefined || (noTeamYet && mayBeOwn(flow))) return offerOwn(turn, flow);
  const named = wanted.team ?? (place.kind === "private" ? undefined : place.team);
  const own = teamsOf(turn.directory, turn.person._id).map(({ _id }) => _id);
  const team = named ?? (own.length === 1 ? own[0] : undefined);
  if (team === undefined) {
    return own.length === 0
      ? sentence(turn, turn.say("turn.noTeam"))
      : converse(turn, [{ kind: "choose-team", flow: flow.id, teams: own }]);
  }
  if (!isMember(turn.directory, team, turn.person._id)) return sentence(turn, turn.say("turn.notYourTeam"));
  const open = await openRoundOf(turn, team, flow.id);
  if (open) return converse(turn, [{ kind: "already-open", round: open._id }]);
  const lacking = await lacks(turn, team, flow);
  if (lacking !== undefined) return tellLacking(turn, { flow: flow.id, needs: lacking, team });
  const first = await goodFirst(turn, team, flow);
  return converse(turn, [{ kind: "start-offer", flow: flow.id, team, first: [...first] }], {
    remember: offerKey(team, flow.id),
  });
}

/** What a flow builds on comes first: the round of it that is open is gone on with. */
async function tellLacking(
  turn: Turn,
  lacking: { readonly flow: string; readonly needs: string; readonly team: string },
): Promise<Outcome> {
  const open = await openRoundOf(turn, lacking.team, lacking.needs);
  if (!open) return converse(turn, [{ kind: "needs-first", ...lacking }]);
  return converse(turn, [{ kind: "needs-first", ...lacking, open: { round: open._id, how: howOpen(open) } }]);
}

/** The form in which whoever starts a round, its facilitator, confirms who is invited and when it closes. */
export async function prepareRound(turn: Turn, wanted: Wanted): Promise<Outcome> {
  const found = await startable(turn, wanted);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  return { kind: "form", form: startFormFor(turn, { ...found, team: wanted.team }) };
}

/** That form, with the default closing in no closed week. */
export function startFormFor(
  { directory, event, person }: Turn,
  { flow, mode, team }: { readonly flow: Flow; readonly mode: TeamMode; readonly team: string },
): Form {
  const timeZone = zoneOf(directory, team);
  const isClosed = closedForTeam(directory, team);
  const closesAt = closingTime({ now: event.now, timeZone, workingDays: 3, hour: 14, isClosed });
  const members = presentIn(directory, team);
  return startForm({ flow, mode, team, members, person, closesAt, timeZone, now: event.now });
}

/** What the form came back with. */
export function readStart(
  { directory, event, say, person }: Turn,
  { team, mode }: Pick<Wanted, "team" | "mode">,
  values: FormValues,
) {
  return readStartForm(values, {
    together: mode === "together",
    members: presentIn(directory, team),
    timeZone: zoneOf(directory, team),
    now: event.now,
    say,
    language: person.language,
  });
}

/** A closing that was chosen in closed weeks waits for the first open working day: they stop closings, whoever chose the day. */
function openClosing({ directory }: Turn, team: string, closesAt: number | null): number | null {
  return closesAt === null ? null : openMoment(closesAt, zoneOf(directory, team), closedForTeam(directory, team));
}

function zoneOf({ teams, company }: Turn["directory"], team: string): string {
  return teams.get(team)?.timeZone ?? company.timeZone;
}

/** The submit of that form: the round opens, once however often it is submitted. */
export async function openFromForm(turn: Turn, wanted: Wanted, values: FormValues): Promise<Outcome> {
  const found = await startable(turn, wanted);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { flow, mode } = found;
  const { team } = wanted;
  const together = mode === "together";
  const read = readStart(turn, { team, mode }, values);
  if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
  const { invited } = read.value;
  const closesAt = openClosing(turn, team, read.value.closesAt);
  const { ports, event, incoming, person } = turn;
  const opened = await openRound(ports.store, {
    eventId: event.id,
    company: incoming.company,
    team,
    flow,
    mode,
    facilitator: person._id,
    invited,
    now: event.now,
    closesAt,
    remindAt:
      closesAt === null
        ? null
        : reminderTime({
            opensAt: event.now,
            closesAt,
            timeZone: zoneOf(turn.directory, team),
            isClosed: closedForTeam(turn.directory, team),
          }),
  });
  const repeated = opened.round.events.includes(event.id);
  if (opened.kind === "open-already" && !repeated)
    return { kind: "taken", notice: turn.say("turn.openedMeanwhile", { title: flow.title[person.language] }) };
  if (opened.kind === "opened") ports.courier.send(rounds, opened.round);
  await redrawRemembered(turn, offerKey(team, flow.id), { kind: "started", round: opened.round._id });
  // Also at a repeated event: the process may have ended between the two writes.
  if (together) await beginTogether(turn, opened.round, flow);
  await refreshForRound(turn, opened.round);
  if (closesAt === null || closesAt === read.value.closesAt) return { kind: "taken" };
  const { language, timeZone } = person;
  const when = withoutStop(moment(closesAt, { language, timeZone }, event.now));
  return { kind: "taken", notice: turn.say("admin.closed.roundMoved", { when }) };
}

async function startable(
  turn: Turn,
  wanted: Wanted,
): Promise<{ readonly flow: Flow; readonly mode: TeamMode } | { readonly notice: string }> {
  const { team } = wanted;
  const flow = turn.flows.find(({ id }) => id === wanted.flow);
  const mode = flow && modeOf(flow, wanted.mode);
  if (!flow || !mode) return { notice: turn.say("turn.topicGone") };
  if (!isMember(turn.directory, team, turn.person._id)) return { notice: turn.say("turn.notYourTeam") };
  const open = await openRoundOf(turn, team, flow.id);
  if (open && !open.events.includes(turn.event.id))
    return { notice: turn.say("turn.openedMeanwhile", { title: flow.title[turn.person.language] }) };
  return (await lacks(turn, team, flow)) === undefined ? { flow, mode } : { notice: turn.say("turn.needsFirst") };
}

async function openRoundOf({ ports, incoming }: Turn, team: string, flow: string): Promise<Round | undefined> {
  const all = await ports.store.find(rounds, { name: "ofTeamFlow", equals: { company: incoming.company, team, flow } });
  return all.find(({ state }) => state === "open" || state === "talking");
}

/** The flow that a team has to agree on first; undefined where nothing stands in the way. */
export async function lacks({ ports, incoming }: Turn, team: string, { needs }: Flow): Promise<string | undefined> {
  if (needs === undefined) return undefined;
  return (await latestAgreed(ports.store, incoming.company, team, needs)) ? undefined : needs;
}

function offerKey(team: string, flow: string): string {
  return `offer:${team}:${flow}`;
}
