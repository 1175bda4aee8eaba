/** Libraries that Obsidian loads when they are needed; the workbench does not carry them. */
function absent(name: string): () => Promise<never> {
	return () => Promise.reject(new Error(`The workbench does not carry ${name}.`));
}

export const loadMathJax = absent('MathJax');
export const loadMermaid = absent('Mermaid');
export const loadPdfJs = absent('PDF.js');
export const loadPrism = absent('Prism');

/** A formula is shown as its source. */
export function renderMath(source: string, display: boolean): HTMLElement {
	return createSpan({ cls: display ? 'math math-block' : 'math math-inline', text: source });
}

export async function finishRenderMath(): Promise<void> {
	// The source is there already.
}

export async function getBlobArrayBuffer(blob: Blob): Promise<ArrayBuffer> {
	return blob.arrayBuffer();
}
