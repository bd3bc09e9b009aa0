import { z } from "zod";
import { answerValueSchema } from "../../src/flow/answer-value.ts";
import { questionOf } from "../../src/flow/compile-flow.ts";
import type { FlowContext } from "../../src/flow/context.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { progress } from "../../src/flow/progress.ts";
import { readReply } from "../../src/flow/reading/read-reply.ts";
import type { Language } from "../../src/text/text.ts";

const answersSchema = z.record(z.string(), answerValueSchema);

/** One turn as the coach takes it: stored JSON → zod → readReply → progress → JSON. Throws when the reply is not taken. */
export function engineTurn(flow: Flow, stored: string, text: string, language: Language, context: FlowContext): string {
  const response: { readonly asked: string; readonly answers: unknown } = JSON.parse(stored);
  const { asked } = response;
  const answers = answersSchema.parse(response.answers);
  const step = questionOf(flow, asked);
  if (!step) throw new Error(`nothing was asked: ${asked}`);
  const reading = readReply(step, text, { flow, answers, context, language });
  if (reading.kind !== "value") throw new Error(`${step.id}: ${text}: ${JSON.stringify(reading)}`);
  answers[step.id] = reading.value;
  const standing = progress(flow, answers, context);
  return JSON.stringify({ asked: standing.kind === "asking" ? standing.step.id : null, answers });
}

export function firstStored(flow: Flow, context: FlowContext): string {
  const standing = progress(flow, {}, context);
  return JSON.stringify({ asked: standing.kind === "asking" ? standing.step.id : null, answers: {} });
}

export function askedIn(stored: string): string | null {
  const asked = /^\{"asked":(?:"([^"]+)"|null)/.exec(stored)?.[1];
  return asked ?? null;
}
