/** Each begins when the one before has ended, however it ended. */
export function oneAtATime<Given extends readonly unknown[], Made>(
  work: (...given: Given) => Promise<Made>,
): (...given: Given) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const made = last.then(() => work(...given));
    last = made.catch(() => undefined);
    return made;
  };
}
