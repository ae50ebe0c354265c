/** What is made of each of some things, in their order; it is begun for as many as `most` before they are asked for. */
export async function* ahead<Thing, Made>(
  things: AsyncIterable<Thing>,
  make: (thing: Thing) => Promise<Made>,
  most: number,
): AsyncGenerator<{ readonly thing: Thing; readonly made: Promise<Made> }> {
  const begun: { thing: Thing; made: Promise<Made> }[] = [];
  for await (const thing of things) {
    const made = make(thing);
    // told to whoever waits for it
    made.catch(() => {});
    begun.push({ thing, made });
    const [first] = begun;
    if (begun.length > most && first) {
      begun.shift();
      yield first;
    }
  }
  yield* begun;
}
