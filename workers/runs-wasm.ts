// Whether WebAssembly runs on this phone under the policy that our workers have: found out by having a module compiled.

/**
 * A module of one function with what the scanner's engine is made of and older browsers lack: numbers rounded without a
 * trap, a sign extended, memory copied.
 */
export const PROBE = Uint8Array.of(
	...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // its mark and version
	...[0x01, 0x05, 0x01, 0x60, 0x01, 0x7d, 0x00], // one type: takes a float, gives nothing
	...[0x03, 0x02, 0x01, 0x00], // one function of it
	...[0x05, 0x03, 0x01, 0x00, 0x00], // a memory
	...[0x0a, 0x14, 0x01, 0x12, 0x00], // its code, without locals
	...[0x20, 0x00, 0xfc, 0x00, 0xc0, 0x1a], // i32.trunc_sat_f32_s, i32.extend8_s
	...[0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0a, 0x00, 0x00, 0x0b] // memory.copy
);

/** Not `validate`, which says nothing of a browser that is forbidden to run what it can read. */
export async function runsWasm(): Promise<boolean> {
	try {
		await WebAssembly.compile(PROBE);
		return true;
	} catch {
		return false; // blocked by a policy, switched off, too old, or not there at all
	}
}
