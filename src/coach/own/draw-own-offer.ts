import type { Message } from "../../message/message.ts";
import { type Language, words } from "../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../draw/compose.ts";
import { counted } from "../draw/lobby/counted.ts";
import type { Lobby } from "../draw/lobby.ts";
import type { TellOf } from "../tell.ts";
import { teamModes } from "./ways.ts";

/** What the flow gives and takes, and the choice between oneself and the team where there is one. */
export function drawOwnOffer(
  { flow }: TellOf<"own-offer">,
  { flows }: Pick<Lobby, "flows">,
  language: Language,
): Message | undefined {
  const found = flows.find(({ id }) => id === flow);
  if (!found) return undefined;
  const say = words(language);
  const both = teamModes(found).length > 0;
  const saves = found.saves.length > 0 ? "Saves" : "";
  return messageOf(language, [
    heading(found.title[language]),
    paragraph(found.gives[language]),
    paragraph(counted(found, language)),
    quiet(say(both ? `own.offerBoth${saves}` : `own.offerAlone${saves}`)),
    choices([
      button(say(both ? "own.button.alone" : "own.button.begin"), { kind: "start-own", flow }, { primary: true }),
      both ? button(say("own.button.withTeam"), { kind: "start", flow, with: "team" }) : undefined,
    ]),
  ]);
}
