import { LIMITS } from "../../../message/limits.ts";
import type { Block, Message } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { teamModes } from "../../own/ways.ts";
import type { Listener, Scene } from "../../scene.ts";
import { howOpen } from "../../starting/how-open.ts";
import type { TellOf } from "../../tell.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../compose.ts";
import type { Lobby } from "../lobby.ts";
import { roundName, teamName } from "../naming.ts";
import { shorten } from "../shorten.ts";
import { counted } from "./counted.ts";

/** What the flow gives, how long it takes, what is good to do or read first, and the way to the form that starts it. */
export function drawStartOffer(
  { flow, team, first: left }: TellOf<"start-offer">,
  lobby: Lobby,
  { language }: Listener,
): Message | undefined {
  const found = lobby.flows.find(({ id }) => id === flow);
  if (!found) return undefined;
  const say = words(language);
  const first = lobby.flows.filter(({ id }) => (left ?? found.betterAfter)?.includes(id));
  const how = { each: "coach.topicEach", together: "coach.topicTogether" } as const;
  const startKey = { each: "startEach", together: "startTogether" } as const;
  const [usual, ...others] = teamModes(found);
  if (!usual) return undefined;
  const told = [
    found.title[language],
    found.gives[language],
    `${counted(found, language)} ${say(how[usual])}`,
    first.length > 0 ? say("coach.readFirst", { flows: first.map(({ title }) => title[language]).join(", ") }) : "",
  ] as const;
  // The start form names the reading in any case.
  const room = LIMITS.messageText - told.join("").length;
  const reading = (found.reading?.[language].length ?? 0) <= room ? found.reading?.[language] : undefined;
  return messageOf(language, [
    heading(told[0]),
    paragraph(told[1]),
    paragraph(told[2]),
    quiet(told[3]),
    quiet(reading),
    choices([
      button(say("coach.button.start"), { kind: "prepare", flow, team }, { primary: true, opensForm: true }),
      ...others.map((mode) =>
        button(say(`own.button.${startKey[mode]}`), { kind: "prepare", flow, team, mode }, { opensForm: true }),
      ),
      ...first.slice(0, 2).map(({ id, title }) =>
        button(shorten(say("coach.button.startFlow", { flow: title[language] }), LIMITS.buttonLabel), {
          kind: "start",
          flow: id,
          team,
        }),
      ),
    ]),
  ]);
}

/** The flow builds on another one that the team has not agreed on. */
export function drawNeedsFirst(
  { flow, needs, team, open }: TellOf<"needs-first">,
  lobby: Lobby,
  { language }: Listener,
): Message | undefined {
  const [wanted, first] = [flow, needs].map((id) => lobby.flows.find((one) => one.id === id));
  if (!wanted || !first) return undefined;
  const say = words(language);
  const named = lobby.directory.teams.get(team);
  const told = { flow: wanted.title[language], needs: first.title[language], team: named ? teamName(named) : "?" };
  if (open)
    return messageOf(language, [
      paragraph(say(open.how === "together" ? "coach.needsOpenTogether" : "coach.needsOpen", told)),
      wayIn(open, language),
    ]);
  return messageOf(language, [
    paragraph(say("coach.needs", told)),
    choices([
      button(
        shorten(say("coach.button.startFlow", { flow: first.title[language] }), LIMITS.buttonLabel),
        { kind: "start", flow: needs, team },
        { primary: true },
      ),
    ]),
  ]);
}

/** The offer, once a round was opened from it. */
export function drawStarted(scene: Scene, { language, person }: Listener): Message {
  const say = words(language);
  if (scene.round.mode === "own")
    return messageOf(language, [paragraph(say("own.started", { name: roundName(scene, language) }))]);
  // In the team's channel the round's own card stands right below.
  if (!person) return messageOf(language, [paragraph(say("coach.startedHere", { round: roundName(scene, language) }))]);
  return messageOf(language, [
    paragraph(say("coach.started", { round: roundName(scene, language), team: teamName(scene.team) })),
    choices([button(say("coach.button.facilitate"), { kind: "facilitate", round: scene.round._id })]),
  ]);
}

export function drawAlreadyOpen(scene: Scene, { language }: Listener): Message {
  const say = words(language);
  const { round } = scene;
  const named = { round: roundName(scene, language), team: teamName(scene.team) };
  const how = howOpen(round);
  return messageOf(language, [
    paragraph(say(how === "together" ? "coach.alreadyOpenTogether" : "coach.alreadyOpen", named)),
    wayIn({ round: round._id, how }, language),
  ]);
}

/** To answering a round that is open, and to leading it. */
function wayIn({ round, how }: NonNullable<TellOf<"needs-first">["open"]>, language: Language): Block | undefined {
  const say = words(language);
  return choices([
    how === "answering"
      ? button(say("coach.button.answer"), { kind: "take-part", round }, { primary: true })
      : undefined,
    button(say("coach.button.facilitate"), { kind: "facilitate", round }),
  ]);
}
