import type { ServerResponse } from 'node:http';
import type { VaultEvent } from './vault-tree';

/** Proxies and browsers drop a stream that stays silent; a comment line now and then keeps it (ms). */
const HEARTBEAT = 15_000;

/** The open server-sent event streams of all pages. */
export class EventStreams {
	private readonly open = new Set<ServerResponse>();
	private readonly heartbeat = setInterval(() => {
		this.send(': still here\n\n');
	}, HEARTBEAT).unref();

	add(response: ServerResponse): void {
		response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', connection: 'keep-alive' });
		response.write('retry: 1000\n: ready\n\n');
		this.open.add(response);
		response.on('close', () => this.open.delete(response));
	}

	tell(event: VaultEvent): void {
		this.send(`data: ${JSON.stringify(event)}\n\n`);
	}

	close(): void {
		clearInterval(this.heartbeat);
		for (const response of this.open) response.end();
		this.open.clear();
	}

	private send(text: string): void {
		for (const response of this.open) response.write(text);
	}
}
