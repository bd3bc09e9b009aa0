import type { Outcome } from "../channels/channel.ts";
import { findTerm } from "../flow/glossary/glossary.ts";
import { readReply } from "../flow/reading/read-reply.ts";
import { type Round, rounds } from "../rounds/round.ts";
import { commandTurn } from "./commands/command-turn.ts";
import { type Command, nearestCommand, readCommand } from "./commands/read-command.ts";
import { converse } from "./converse.ts";
import { heardContact, readContactLine } from "./customers/contacts/line/heard-contact.ts";
import { contextFor } from "./earlier.ts";
import { namesNoAction } from "./plan/doing/do-by-text.ts";
import { isNod, saysDone } from "./together/beside-proposals.ts";
import { leadOn } from "./together/lead-on.ts";
import { proposeByText, readsAsAnswer } from "./together/propose.ts";
import { explainInThread } from "./together/settle.ts";
import { type TeamState, teamState } from "./together/team-state.ts";
import type { Said } from "./turn.ts";

/** Said in a channel without calling the coach by name, this cannot mean anything else; all other talk there is people's own. */
const HEARD = /^\s*(?:(?:aloita|aloitetaan|start)\s|missä (?:me )?mennään|where (?:are we|we are))/iu;
/** With its colon no talk of people's own begins so. */
const NOTED = /^\s*(?:(?:uusi\s+)?toimenpide|(?:new\s+)?action)\s*:/iu;
const LISTED = /^\s*(?:toimenpiteet|actions)\s*$/iu;
/** By its name, without a mention: "Luotsi, toimenpiteet". */
const CALLED = /^\s*luotsi\s*[,:]/iu;
/** What looks like an answer is short: "3", "taso 3", "en osaa sanoa". */
const LONGEST_ANSWER = 30;

/** Someone wrote in a team's channel or in a round's thread. People's own talk there is none of the coach's business. */
export async function saidInChannel(turn: Said): Promise<Outcome> {
  const { incoming } = turn;
  const command = readCommand(incoming.text, turn.flows);
  const aboutQuestion = command && ["explain", "back", "skip", "pause", "resume", "my-answers"].includes(command.kind);
  if (command && !aboutQuestion && (incoming.addressed || (await isHeard(turn, command))))
    return commandTurn(turn, command, []);
  if (incoming.place.kind === "thread") {
    const state = await teamState(turn, incoming.place.round);
    if (!("notice" in state)) return (await asideInThread(turn, state, command)) ?? proposeByText(turn, state);
  }
  const round = await answeredAlone(turn);
  if (round) return notRecorded(turn, round);
  if (!incoming.addressed) return { kind: "taken" };
  const contact = await readContactLine(turn, incoming.text);
  if (contact && contact.kind !== "nobody") return heardContact(turn, incoming.text, contact);
  const near = nearestCommand(incoming.text, turn.person.language);
  return converse(turn, [{ kind: "not-understood", ...(near === undefined ? {} : { guess: near }) }]);
}

/** A side question in a thread is answered there and is no proposal. */
async function asideInThread(turn: Said, state: TeamState, command: Command | undefined): Promise<Outcome | undefined> {
  const step = state.response.asked?.step;
  const { text } = turn.incoming;
  // "Myöhemmin" may be an option, and then it is a proposal.
  const isAnswer = (command !== undefined || isNod(text) || saysDone(text)) && readsAsAnswer(turn, state, text);
  if (isAnswer) return undefined;
  if (isNod(text)) return { kind: "taken" };
  if (saysDone(text)) return leadOn(turn, state, "done");
  switch (command?.kind) {
    case "resume":
    case "skip":
    case "pause":
    case "back":
    case "my-answers":
      return leadOn(turn, state, command.kind);
    case "explain":
      return step === undefined ? undefined : explainInThread(turn, state, { step, what: command.what });
    case "help":
      return converse(turn, [{ kind: "help" }]);
    case "term": {
      const found = findTerm(turn.ports.glossary, command.term, turn.person.language);
      // "Mikä on tärkein asiakkaamme?" is somebody's proposal.
      return found.kind === "found" ? converse(turn, [{ kind: "term", term: found.term.id }]) : undefined;
    }
    default:
      return undefined;
  }
}

async function isHeard(turn: Said, command: Command): Promise<boolean> {
  const { text, place } = turn.incoming;
  if (CALLED.test(text)) return true;
  if (command.kind === "plan") {
    if (NOTED.test(text)) return true;
    const { kind } = command.about;
    // "Valmis: kahvi" is people's own talk, until an action is called so.
    if (kind === "do") return !(await namesNoAction(turn, command));
    // In a thread answers are awaited from the coach's people: what is said of actions is none.
    return place.kind === "thread" ? kind === "note" || kind === "list" : LISTED.test(text);
  }
  if (!HEARD.test(text)) return false;
  // "Aloita kokous ilman minua" is not for the coach; "aloita digikypsy" is.
  if (command.kind === "start-unknown") return command.guess !== undefined;
  return command.kind === "start" || command.kind === "where-we-are";
}

/** The open round, answered alone, to which the message looks like an answer. */
async function answeredAlone(turn: Said): Promise<Round | undefined> {
  const { incoming, ports, directory, event, person } = turn;
  if (incoming.text.length > LONGEST_ANSWER || incoming.place.kind === "private") return undefined;
  const { team } = incoming.place;
  const all = await ports.store.find(rounds, { name: "ofTeam", equals: { company: incoming.company, team } });
  for (const round of all.filter(({ state, mode }) => state === "open" && mode === "each")) {
    const flow = ports.flows.get(incoming.company, round.flow);
    const step = flow?.steps.find(({ kind }) => kind === "level" || kind === "spectrum");
    if (!flow || !step || step.kind === "say") continue;
    const context = await contextFor(ports, directory, team, flow, {
      flowOf: (id) => ports.flows.get(incoming.company, id),
      now: event.now,
      timeZone: person.timeZone,
    });
    if (readReply(step, incoming.text, { flow, answers: {}, context, language: person.language }).kind !== "refused")
      return round;
  }
  return undefined;
}

/** Said once a round and person: the first time it helps, the second time it nags. Who calls the coach by name is answered. */
function notRecorded(turn: Said, round: Round): Promise<Outcome> {
  const tells = [{ kind: "not-recorded", round: round._id }] as const;
  return turn.incoming.addressed
    ? converse(turn, tells)
    : converse(turn, tells, { once: `not-recorded:${round._id}:${turn.person._id}` });
}
