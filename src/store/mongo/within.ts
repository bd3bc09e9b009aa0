/** Thrown by `within`: no answer in time. What was asked may still happen. */
export class AnswerLate extends Error {
  override readonly name = "AnswerLate";
}

/** The answer, or AnswerLate after `milliseconds`; a late answer is then nobody's concern, and its failure neither. */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AnswerLate(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
