import type { Answering } from "./answer-part.ts";
import { QUESTIONS } from "./slack-people.ts";
import type { SlackStub } from "./slack-stub.ts";
import { askedIn, buttonsIn } from "./tapped-blocks.ts";

/** Everyone sees each of their answers recorded once, where it was asked, drawn anew once, and after the last the end. Gives what is wrong, a line each. */
export function checkStanding(stub: SlackStub, people: readonly Answering[]): readonly string[] {
  return people.flatMap((person) => wrongFor(stub, person).map((line) => `${person.user}: ${line}`));
}

function wrongFor(stub: SlackStub, { user, conversation, team, given }: Answering): readonly string[] {
  const facilitates = team.users[0] === user;
  const standing = stub.standing(conversation).slice(facilitates ? 1 : 0);
  const wanted = QUESTIONS + 1;
  const receipts = standing.slice(0, QUESTIONS);
  return [
    ...(given.length === QUESTIONS ? [] : [`${given.length} answers were given`]),
    ...(standing.length === wanted ? [] : [`${standing.length} messages stand for ${wanted}`]),
    ...(standing.some(({ blocks }) => askedIn(blocks)) ? ["a question is left"] : []),
    ...given.flatMap(({ step, level, how }, nth) => {
      const { text = "", blocks = [], responded = 0, updated = 0 } = receipts[nth] ?? {};
      const [change, ...more] = buttonsIn(blocks);
      const isRecorded =
        change?.action.kind === "change" &&
        more.length === 0 &&
        change.action.step === step &&
        new RegExp(`\\b${level}, `).test(text);
      const drawn = how === "tapped" ? [responded, updated] : [updated, responded];
      return [
        ...(isRecorded ? [] : [`${level} for ${step} stands as ${JSON.stringify(text)}`]),
        ...(drawn.join() === "1,0" ? [] : [`${step} was ${how} and drawn anew ${responded}+${updated} times`]),
      ];
    }),
  ];
}
