import { tappables } from "../web/shown.ts";
import { type Answering, askedOn } from "./answer-part.ts";
import { QUESTIONS } from "./teams-people.ts";
import type { TeamsStub } from "./teams-stub.ts";

/** Everyone sees each of their answers recorded once, where it was asked, drawn anew once, and after the last the end. Gives what is wrong, a line each. */
export function checkStanding(stub: TeamsStub, people: readonly Answering[]): readonly string[] {
  return people.flatMap((person) => wrongFor(stub, person).map((line) => `${person.user}: ${line}`));
}

function wrongFor(stub: TeamsStub, { user, conversation, team, given }: Answering): readonly string[] {
  const facilitates = team.users[0] === user;
  const standing = stub.standing(conversation).slice(facilitates ? 1 : 0);
  const wanted = QUESTIONS + 1;
  return [
    ...(given.length === QUESTIONS ? [] : [`${given.length} answers were given`]),
    ...(standing.length === wanted ? [] : [`${standing.length} messages stand for ${wanted}`]),
    ...(standing.some((message) => askedOn(message)) ? ["a question is left"] : []),
    ...given.flatMap(({ step, level }, nth) => {
      const { text = "", card, updated = 0 } = standing[nth] ?? {};
      const [change, ...more] = tappables(card);
      const isRecorded =
        change?.action.kind === "change" &&
        more.length === 0 &&
        change.action.step === step &&
        new RegExp(`\\b${level}, `).test(text);
      return [
        ...(isRecorded ? [] : [`${level} for ${step} stands as ${JSON.stringify(text)}`]),
        ...(updated === 1 ? [] : [`${step} was drawn anew ${updated} times`]),
      ];
    }),
  ];
}
