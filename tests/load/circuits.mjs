// Holds circuits of one page open. Usage: node circuits.mjs <tools> <address> <path> <how many> <mode>
// mode "hold": opens them, prints a line, waits for a line on standard input, closes them.
// mode "cycle": opens and closes one after the other. mode "silent": sockets that never say a word.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const [tools, address, path, count, mode] = process.argv.slice(2);
const require = createRequire(resolve(tools, 'package.json'));
const { HubConnectionBuilder, HttpTransportType, LogLevel } = require('@microsoft/signalr');
const { MessagePackHubProtocol } = require('@microsoft/signalr-protocol-msgpack');
const WebSocket = require('ws');

class Blazorpack extends MessagePackHubProtocol {
  constructor() { super(); this.name = 'blazorpack'; }
}

// A page says who its islands are in comments; the first message of a circuit hands them over.
const html = await (await fetch(address + path)).text();
const marks = [...html.matchAll(/<!--Blazor:(\{.*?\})-->/g)].map(m => JSON.parse(m[1])).filter(m => m.type === 'server');
const state = html.match(/<!--Blazor-Server-Component-State:(.*?)-->/)?.[1] ?? '';
if (marks.length === 0) { console.error('No island on ' + path); process.exit(1); }

async function open(visitor) {
  const connection = new HubConnectionBuilder()
    .withUrl(address + '/_blazor', { transport: HttpTransportType.WebSockets, skipNegotiation: true, headers: { Origin: address, 'X-Forwarded-For': visitor } })
    .withHubProtocol(new Blazorpack()).configureLogging(LogLevel.None).build();
  let rendered;
  const first = new Promise(done => { rendered = done; });
  for (const name of ['JS.AttachComponent', 'JS.BeginInvokeJS', 'JS.EndInvokeDotNet', 'JS.ReceiveByteArray', 'JS.Error', 'JS.SavePersistedState', 'JS.EndUpdateRootComponents']) connection.on(name, () => {});
  connection.on('JS.RenderBatch', (id, _) => { connection.send('OnRenderCompleted', id, null).catch(() => {}); rendered(); });
  await connection.start();
  const circuit = await connection.invoke('StartCircuit', address + '/', address + path, '[]', state);
  if (!circuit) throw new Error('no circuit');
  const operations = marks.map((marker, i) => ({ type: 'add', ssrComponentId: i + 1, marker }));
  await connection.send('UpdateRootComponents', JSON.stringify({ batchId: 1, operations }), state);
  await Promise.race([first, new Promise((_, fail) => setTimeout(() => fail(new Error('nothing rendered')), 30000))]);
  return connection;
}

const visitor = i => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
const answer = { opened: 0, refused: 0, first: '' };
const all = [];
if (mode === 'silent') {
  await Promise.all(Array.from({ length: +count }, (_, i) => new Promise(done => {
    const socket = new WebSocket(address.replace('http', 'ws') + '/_blazor', { headers: { Origin: address, 'X-Forwarded-For': visitor(i) } });
    socket.on('open', () => { answer.opened++; all.push(socket); done(); });
    socket.on('error', () => { answer.refused++; done(); });
  })));
  const start = Date.now();
  console.log(JSON.stringify(answer));
  await Promise.all(all.map(s => new Promise(done => s.readyState > 1 ? done() : s.on('close', done))));
  console.log(JSON.stringify({ droppedAfterMs: Date.now() - start }));
} else if (mode === 'cycle') {
  for (let i = 0; i < +count; i += 10)
    await Promise.all(Array.from({ length: 10 }, async (_, j) => { const c = await open(visitor(i + j)); answer.opened++; await c.stop(); }));
  console.log(JSON.stringify(answer));
} else {
  for (let i = 0; i < +count; i += 20)
    for (const outcome of await Promise.allSettled(Array.from({ length: Math.min(20, +count - i) }, (_, j) => open(visitor(i + j))))) {
      if (outcome.status === 'fulfilled') { answer.opened++; all.push(outcome.value); } else { answer.refused++; answer.first ||= String(outcome.reason); }
    }
  console.log(JSON.stringify(answer));
  for await (const _ of createInterface({ input: process.stdin })) break;
  await Promise.all(all.map(c => c.stop()));
}
process.exit(0);
