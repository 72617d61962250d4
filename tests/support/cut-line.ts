import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line between a browser and a desk that a test cuts and mends. */
export interface Line {
  port: number;
  /** Breaks every connection, and each one that is tried, until it is mended. */
  cut(): void;
  /** Lets the next request whose first lines are such through to the desk, and cuts when its answer comes: nothing of it arrives. */
  cutAtAnswerTo(isSuch: (head: string) => boolean): void;
  mend(): void;
  close(): Promise<void>;
}

/** Opens a line to a port of this machine. */
export async function openLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let awaited: ((head: string) => boolean) | undefined;
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(to, 'localhost');
    let isAwaited = false;
    hold(near);
    hold(far);
    near.on('data', (bytes) => {
      isAwaited ||= awaited?.(bytes.toString('latin1')) === true;
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (!isAwaited) {
        near.write(bytes);
        return;
      }
      awaited = undefined;
      cut();
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    cutAtAnswerTo: (isSuch) => (awaited = isSuch),
    mend: () => (isCut = false),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
