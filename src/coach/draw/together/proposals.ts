import type { AnswerValue } from "../../../flow/answer-value.ts";
import type { Proposal } from "../../../rounds/response.ts";
import type { Scene } from "../../scene.ts";

/** The proposals for a step, the oldest first. */
export function proposalsFor({ response }: Pick<Scene, "response">, step: string): (Proposal & { key: string })[] {
  return Object.entries(response?.proposals[step] ?? {})
    .map(([key, proposal]) => ({ ...proposal, key }))
    .sort((a, b) => a.at - b.at);
}

/** Equal proposals counted together, the most proposed first. */
export function countedProposals(
  proposals: readonly Proposal[],
): { readonly value: AnswerValue; readonly count: number }[] {
  const counted = new Map<string, { value: AnswerValue; count: number }>();
  for (const { value } of proposals) {
    const known = counted.get(JSON.stringify(value));
    if (known) known.count += 1;
    else counted.set(JSON.stringify(value), { value, count: 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count);
}
