import type { Outcome } from "../../channels/channel.ts";
import { findTerm } from "../../flow/glossary/glossary.ts";
import { previousQuestion } from "../../flow/progress.ts";
import { isMember, teamsOf } from "../../people/directory.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { askedKey, type Response, responses } from "../../rounds/response.ts";
import { askAnew } from "../answering/answer-turn.ts";
import { type ConversationState, conversationState } from "../answering/conversation-state.ts";
import { isAnswered, keepAnswer } from "../answering/keep-answer.ts";
import { othersWait } from "../answering/open-responses.ts";
import { recordAnswer, sent } from "../answering/record-answer.ts";
import { tellOnly } from "../answering/tell-only.ts";
import { converse, saying, sentence } from "../converse.ts";
import { customersByCommand } from "../customers/customers-turn.ts";
import { toldInPrivate } from "../customers/register/in-private.ts";
import { tellDigest } from "../digest/digest-turn.ts";
import { facilitateByCommand } from "../facilitating/facilitate-by-command.ts";
import { sayHome } from "../home/home-turn.ts";
import { joiningTurn } from "../joining/joining-turn.ts";
import { valuesOf } from "../load-scene.ts";
import { planByCommand } from "../plan/act-on-plan.ts";
import { adminTurn } from "../settings/admin/admin-turn.ts";
import { closedWeeksTurn } from "../settings/closed-weeks/closed-weeks-turn.ts";
import { settingsTurn } from "../settings/settings-turn.ts";
import { teamSettingsTurn } from "../settings/team/team-turn.ts";
import { offerStart } from "../starting/start-round.ts";
import type { Tell } from "../tell.ts";
import type { Turn } from "../turn.ts";
import type { Command } from "./read-command.ts";

/** A command in the private chat. Commands about a question concern the one that has the focus: the first of `open`. */
export async function commandTurn(turn: Turn, command: Command, open: readonly Response[]): Promise<Outcome> {
  const focus = open[0];
  switch (command.kind) {
    case "help":
      return beside(turn, focus, { kind: "help" });
    case "thanks":
      return beside(turn, focus, { kind: "sentence", text: turn.say("coach.welcome") });
    case "topics":
      return beside(turn, focus, { kind: "topics" });
    case "home":
      return sayHome(turn);
    case "digest":
      return toldInPrivate(turn, await tellDigest(turn));
    case "settings":
      return toldInPrivate(turn, await settingsTurn(turn, command.wish));
    case "closed-weeks":
      return closedWeeksTurn(turn, command.wish);
    case "team-settings":
      return teamSettingsTurn(turn);
    case "admin":
      return toldInPrivate(turn, await adminTurn(turn, command.wish));
    case "where-we-are":
      return whereWeAre(turn);
    case "start":
      return offerStart(turn, command.flow);
    case "start-unknown":
      return sentence(
        turn,
        turn.say(command.guess === undefined ? "turn.topicUnknown" : "turn.topicGuess", {
          asked: command.asked,
          guess: command.guess ?? "",
        }),
      );
    case "plan":
      return planByCommand(turn, command.about);
    case "customers":
      return customersByCommand(turn, command.about);
    case "term":
      return explainTerm(turn, command.term, focus);
    case "joining":
      return joiningTurn(turn, command.joining);
    case "facilitate":
    case "close":
    case "cancel":
      return facilitateByCommand(turn, command.kind, focus);
    case "explain":
    case "back":
    case "skip":
    case "pause":
    case "resume":
    case "my-answers":
      return aboutQuestion(turn, command, open);
    default:
      return command satisfies never;
  }
}

type AboutQuestion = Extract<Command, { kind: "explain" | "back" | "skip" | "pause" | "resume" | "my-answers" }>;

/** A side step within the conversation that has the focus. Used by typed commands and by the buttons of the same meaning. */
export async function aboutQuestion(turn: Turn, command: AboutQuestion, open: readonly Response[]): Promise<Outcome> {
  const focus = open[0] ?? (command.kind === "my-answers" ? await latestClosed(turn) : undefined);
  if (!focus) return nothingOpen(turn, command);
  const state = await conversationState(turn, focus);
  if (!state) return tellOnly(turn, focus, { kind: "round-over", round: focus.round });
  const several = othersWait(open, focus);
  const current = state.asked ?? (state.standing.kind === "asking" ? state.standing.step : undefined);
  switch (command.kind) {
    case "explain":
      return current
        ? tellOnly(turn, focus, { kind: "explain", round: focus.round, step: current.id, what: command.what })
        : allAnswered(turn, focus);
    case "back": {
      const before = previousQuestion(state.flow, valuesOf(focus), state.context, current?.id);
      return before
        ? askAnew(turn, state, { step: before.id, several })
        : tellOnly(turn, focus, { kind: "sentence", text: turn.say("turn.firstAlready") });
    }
    case "skip":
      if (!current) return allAnswered(turn, focus);
      // Asked again: passing it by leaves the answer that it has.
      if (isAnswered(state, current.id)) return keepAnswer(turn, state, current.id, several);
      return current.optional
        ? recordAnswer(turn, state, current, { kind: "skipped" }, { several })
        : tellOnly(turn, focus, {
            kind: "sentence",
            text: turn.say(current.kind === "level" ? "turn.cannotSkipLevel" : "turn.cannotSkip"),
          });
    case "pause":
      return pause(turn, focus);
    case "resume":
      return resume(turn, state, several);
    case "my-answers":
      return tellOnly(turn, focus, { kind: "my-answers", round: focus.round });
    default:
      return command satisfies never;
  }
}

/** "Jatka" with nothing begun: one's page shows what waits to be begun. */
function nothingOpen(turn: Turn, { kind }: AboutQuestion): Promise<Outcome> {
  return kind === "resume" ? sayHome(turn) : sentence(turn, turn.say("turn.nothingOpen"));
}

export async function resume(turn: Turn, state: ConversationState, several: boolean): Promise<Outcome> {
  const { response } = state;
  if (!response.open) return tellOnly(turn, response, { kind: "round-over", round: response.round });
  const asked = state.asked?.id;
  return askAnew(turn, state, { several, afterAWhile: true, ...(asked === undefined ? {} : { step: asked }) });
}

async function pause(turn: Turn, focus: Response): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  return sent(
    turn,
    await changeRecord(turn.ports.store, responses, focus, turn.event, () => ({
      set: { pausedAt: turn.event.now },
      planned: [saying(place, { kind: "paused", round: focus.round })],
    })),
  );
}

function allAnswered(turn: Turn, focus: Response): Promise<Outcome> {
  return tellOnly(turn, focus, { kind: "my-answers", round: focus.round });
}

/** A side question is answered where it was asked; the question that waits stays the one that is asked. */
function beside(turn: Turn, focus: Response | undefined, tell: Tell): Promise<Outcome> {
  return focus && turn.incoming.place.kind === "private" ? tellOnly(turn, focus, tell) : converse(turn, [tell]);
}

async function explainTerm(turn: Turn, asked: string, focus: Response | undefined): Promise<Outcome> {
  const found = findTerm(turn.ports.glossary, asked, turn.person.language);
  if (found.kind !== "found")
    return beside(turn, focus, { kind: "term-unknown", guesses: found.guesses.map(({ id }) => id) });
  const step = focus?.asked?.step;
  const back =
    focus && step !== undefined && focus.messages[askedKey(step)] ? { back: { round: focus.round, step } } : {};
  return beside(turn, focus, { kind: "term", term: found.term.id, ...back });
}

export async function whereWeAre(turn: Turn, team?: string): Promise<Outcome> {
  const { place } = turn.incoming;
  const named = team ?? (place.kind === "private" ? undefined : place.team);
  if (named !== undefined && !isMember(turn.directory, named, turn.person._id))
    return sentence(turn, turn.say("turn.notYourTeam"));
  const teams = named === undefined ? teamsOf(turn.directory, turn.person._id).map(({ _id }) => _id) : [named];
  if (teams.length === 0) return sentence(turn, turn.say("turn.noTeam"));
  return converse(
    turn,
    teams.map((id) => ({ kind: "where-we-are", team: id })),
  );
}

/** One's own answers can be looked at and changed after their round was closed, too. */
async function latestClosed({ ports, incoming, person }: Turn): Promise<Response | undefined> {
  const equals = { company: incoming.company, person: person._id, open: false };
  const closed = await ports.store.find(responses, { name: "openOfPerson", equals });
  return closed.toSorted((a, b) => b.touchedAt - a.touchedAt)[0];
}
