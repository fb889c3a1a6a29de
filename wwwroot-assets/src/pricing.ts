// Long texts go to the server as a stream: one message of the circuit is too small for them.
export function textOf(box: HTMLTextAreaElement): Uint8Array {
  return new TextEncoder().encode(box.value);
}
