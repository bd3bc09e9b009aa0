import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { mayBeOwn } from "../../own/ways.ts";
import type { TellOf } from "../../tell.ts";
import { button, choices, heading, messageOf, paragraph, quiet, rows } from "../compose.ts";
import type { Lobby } from "../lobby.ts";
import { personName, teamName } from "../naming.ts";
import { shorten } from "../shorten.ts";
import { counted } from "./counted.ts";

export function drawSentence({ text }: TellOf<"sentence">, language: Language): Message {
  return messageOf(language, [paragraph(text)]);
}

/** In a channel with the name of who asked Luotsi to come. */
export function drawHello(
  tell: TellOf<"hello" | "hello-channel">,
  { directory }: Pick<Lobby, "directory">,
  language: Language,
): Message {
  const say = words(language);
  const by = tell.kind === "hello-channel" && tell.by !== undefined ? tell.by : undefined;
  const name = by === undefined ? undefined : personName(directory, by, language);
  const [topics, help] = [
    button(say("coach.button.topics"), { kind: "topics" }, { primary: true }),
    button(say("coach.button.help"), { kind: "help" }),
  ];
  return messageOf(language, [
    name === undefined ? undefined : paragraph(say("coach.askedHere", { name })),
    paragraph(say(tell.kind === "hello" ? "coach.hello" : "coach.helloChannel")),
    choices([topics, help]),
  ]);
}

export function drawHelp({ flows }: Lobby, language: Language): Message {
  const say = words(language);
  // A team begins with what is the whole team's, and asks each of them first.
  const first = flows.find((flow) => flow.participation === "each" && !mayBeOwn(flow)) ?? flows[0];
  const topic = first?.title[language].toLocaleLowerCase(language) ?? "…";
  return messageOf(language, [
    paragraph(say("coach.help", { example: say("coach.helpExample", { topic }) })),
    choices([
      button(say("coach.button.topics"), { kind: "topics" }, { primary: true }),
      button(say("customers.button.customers"), { kind: "register-list", of: {}, page: 0, anew: true }),
    ]),
  ]);
}

/** Every flow that can be started, a row each. */
export function drawTopics({ flows }: Lobby, language: Language): Message {
  const say = words(language);
  const how = { each: "coach.topicEach", together: "coach.topicTogether", own: "coach.topicOwn" } as const;
  return messageOf(language, [
    heading(say("coach.topics")),
    flows.length === 0 ? quiet(say("coach.topicsNone")) : undefined,
    rows(
      flows.map((flow, index) => ({
        mark: String(index + 1),
        label: flow.title[language],
        description: flow.title[language],
        sign: shorten(
          [
            counted(flow, language),
            say(isEither(flow) ? "coach.topicEither" : how[flow.participation]),
            orAlone(flow, say),
          ]
            .join(" ")
            .trim(),
          LIMITS.sign,
        ),
        action: button("", { kind: "start", flow: flow.id }).action,
      })),
    ),
  ]);
}

function isEither({ participation, alsoAs = [] }: Lobby["flows"][number]): boolean {
  return participation === "own" && alsoAs.includes("together");
}

function orAlone(flow: Lobby["flows"][number], say: Say): string {
  return flow.participation !== "own" && mayBeOwn(flow) ? say("own.orAlone") : "";
}

export function drawNotUnderstood({ guess }: TellOf<"not-understood">, language: Language): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(
      guess === undefined
        ? say("coach.notUnderstood")
        : say("coach.notUnderstoodGuess", { guess: shorten(guess, LIMITS.buttonLabel) }),
    ),
    choices([
      button(say("coach.button.help"), { kind: "help" }),
      button(say("coach.button.topics"), { kind: "topics" }),
    ]),
  ]);
}

export function drawChooseTeam(
  { flow, teams, own }: TellOf<"choose-team">,
  lobby: Lobby,
  language: Language,
): Message | undefined {
  const found = lobby.flows.find(({ id }) => id === flow);
  if (!found) return undefined;
  const known = teams.flatMap((id) => lobby.directory.teams.get(id) ?? []);
  const few = known.length <= LIMITS.actionsPerCard;
  const start = (team: string) => ({ kind: own ? "start-own" : "start", flow, team }) as const;
  return messageOf(language, [
    paragraph(words(language)(own ? "own.chooseTeam" : "coach.chooseTeam", { flow: found.title[language] })),
    few
      ? choices(known.map((team) => button(teamName(team), start(team._id))))
      : rows(
          known.map((team, index) => ({
            mark: String(index + 1),
            label: teamName(team),
            description: teamName(team),
            action: button("", start(team._id)).action,
          })),
        ),
  ]);
}
