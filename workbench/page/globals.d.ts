/// <reference types="obsidian" />

declare module 'obsidian-test-mocks/setup' {
	export function setup(): void;
}

declare module '*.css';
