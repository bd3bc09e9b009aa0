import { refreshHomes } from "../../conversations/refresh-homes.ts";
import type { Round } from "../../rounds/round.ts";
import type { Turn } from "../turn.ts";

/** A round began, ended or changed hands: the Homes of those whom it concerns follow. */
export function refreshForRound({ ports, event }: Turn, { invited, facilitator }: Round): Promise<void> {
  return refreshHomes(ports, [...invited, facilitator], event);
}
