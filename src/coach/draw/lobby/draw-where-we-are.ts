import { liftedSteps } from "../../../assessment/lift.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message, Option } from "../../../message/message.ts";
import { type Say, words } from "../../../text/text.ts";
import type { Listener } from "../../scene.ts";
import { button, choices, heading, messageOf, quiet } from "../compose.ts";
import type { Lobby, RoundAtAGlance } from "../lobby.ts";
import { personName, roundName, teamName } from "../naming.ts";
import { inSentence, listed } from "../number-words.ts";
import { shorten, withoutStop } from "../shorten.ts";
import { day } from "../when.ts";

/** The whole deed stands in the summary. */
const DEED_LENGTH = 160;

/** "Missä mennään": what the team lifts, who does what first, when it looks again, and what is open now. */
export function drawWhereWeAre(lobby: Lobby, listener: Listener): Message | undefined {
  const { team, open = [] } = lobby;
  if (!team) return undefined;
  const { language } = listener;
  const say = words(language);
  const planned = planFacts(lobby, listener);
  const now = open.map((one) => ({ label: say("coach.openNow"), value: stateOf(one, say, listener) }));
  return messageOf(language, [
    heading(say("coach.whereWeAre", { team: teamName(team) })),
    planned.length === 0 ? quiet(say("coach.nothingLifted")) : undefined,
    { kind: "facts", facts: [...planned, ...now] },
    choices([
      ...open.slice(0, LIMITS.actionsPerCard - 1).flatMap((one) => answerButton(one, say, listener) ?? []),
      planned.length === 0 && open.length === 0
        ? button(say("coach.button.topics"), { kind: "topics" }, { primary: true })
        : undefined,
    ]),
  ]);
}

function planFacts({ latest, directory, now }: Lobby, listener: Listener) {
  const plan = latest?.round.plan;
  if (!latest || !plan) return [];
  const { language } = listener;
  const say = words(language);
  const lifted = liftedSteps(latest.round, latest.flow).map(({ title }) => inSentence(title[language]));
  const owner = personName(directory, plan.owner, language);
  return [
    { label: say("coach.lifting"), value: listed(say, lifted) },
    {
      label: say("coach.firstDeed"),
      value: say("coach.deedLine", {
        owner,
        deed: withoutStop(shorten(plan.deed, DEED_LENGTH)),
        date: day(plan.due, listener, now),
      }),
    },
    { label: say("coach.lookAgain"), value: day(plan.lookAgain, listener, now) },
  ];
}

function stateOf(one: RoundAtAGlance, say: Say, { language }: Listener): string {
  const round = roundName(one, language);
  if (one.round.mode === "together") return say("coach.openTogether", { round });
  return one.round.state === "talking"
    ? say("coach.openTalking", { round })
    : say("coach.openEach", { round, done: one.finished, total: one.round.invited.length });
}

function answerButton({ round, flow }: RoundAtAGlance, say: Say, { language, person }: Listener): Option | undefined {
  if (round.mode !== "each" || round.state !== "open") return undefined;
  if (person && !round.invited.includes(person._id)) return undefined;
  const label = `${say("coach.button.answer")}: ${flow.title[language]}`;
  return button(shorten(label, LIMITS.buttonLabel), { kind: "take-part", round: round._id });
}
