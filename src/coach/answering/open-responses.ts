import { type Response, responses } from "../../rounds/response.ts";
import type { Turn } from "../turn.ts";

/** This person's responses that wait for answers; the one touched last has the focus and comes first. */
export async function openResponses(turn: Turn): Promise<readonly Response[]> {
  const { ports, incoming, person } = turn;
  const found = await ports.store.find(responses, {
    name: "openOfPerson",
    equals: { company: incoming.company, person: person._id, open: true },
  });
  const idle = ({ asked, finishedAt }: Response) => Number(asked === null && finishedAt !== null);
  return found.toSorted((a, b) => idle(a) - idle(b) || b.touchedAt - a.touchedAt);
}

/** Whether other rounds wait for this person too: then a question names its round. */
export function othersWait(open: readonly Response[], { _id }: Response): boolean {
  return open.some((one) => one._id !== _id && one.finishedAt === null);
}
