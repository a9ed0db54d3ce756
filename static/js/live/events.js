// Server-sent events out of a byte stream, as they come. EventSource hides from us how far we have heard, whether the line
// is still alive, and with what status it was refused; a plain request tells all three.

/** Yields { id, name, data } for every block; one without data is only a sign of life, or of how far we are. */
export async function* eventsOf(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split("\n\n");
      rest = blocks.pop();
      yield* blocks.map(parsed);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parsed(block) {
  const found = { id: "", name: "message", data: "" };
  for (const line of block.split("\n")) {
    if (line.startsWith("id: ")) found.id = line.slice(4);
    else if (line.startsWith("event: ")) found.name = line.slice(7);
    else if (line.startsWith("data: ")) found.data = line.slice(6);
  }
  return found;
}
