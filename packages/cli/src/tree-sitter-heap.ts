/** Options that emscripten is started with, on which it puts what it exports. */
export interface Runtime {
  readonly wasmBinary: Uint8Array<ArrayBuffer>;
  readonly HEAP32?: Int32Array;
  setValue?(address: number, value: number, type?: string): void;
  getValue?(address: number, type?: string): number;
}

/**
 * Makes reading and writing of a number in tree-sitter's heap one access instead of a choice among all types: a cursor does it
 * ten times a node, and a short run never optimises it. Where the runtime is another than expected, it stays as it is.
 */
export function accessHeapDirectly(runtime: Runtime): void {
  const { getValue, setValue, HEAP32 } = runtime;
  if (!getValue || !setValue || !HEAP32 || !isLittleEndian()) return;
  // The heap is another one after it has grown.
  runtime.getValue = (address, type) =>
    (type === 'i32' ? runtime.HEAP32?.[address >> 2] : undefined) ?? getValue(address, type);
  runtime.setValue = (address, value, type) => {
    if (type === 'i32' && runtime.HEAP32) runtime.HEAP32[address >> 2] = value;
    else setValue(address, value, type);
  };
}

/** WebAssembly's memory is; typed arrays are as the machine is. */
function isLittleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}
