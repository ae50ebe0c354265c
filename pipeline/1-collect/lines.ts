/** A line without its end, or undefined for one longer than the limit. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
}

/** Splits a stream of bytes into lines and holds no more than one of them. */
export async function* lines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const take = (): Line => {
    const bytes = size > limit ? undefined : Buffer.concat(parts);
    parts = [];
    size = 0;
    number++;
    return { number, bytes };
  };
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
