/** What `require('obsidian')` answers. */
export {
	BasesEntry,
	BasesEntryGroup,
	BasesQueryResult,
	BasesView,
	BasesViewConfig,
	BooleanValue,
	DateValue,
	DurationValue,
	FileValue,
	HTMLValue,
	IconValue,
	ImageValue,
	LinkValue,
	ListValue,
	NotNullValue,
	NullValue,
	NumberValue,
	ObjectValue,
	parsePropertyId,
	PrimitiveValue,
	QueryController,
	RegExpValue,
	RelativeDateValue,
	RenderContext,
	StringValue,
	TagValue,
	UrlValue,
	Value,
} from '../bases';
export { App } from '../app';
export { Component } from '../base/component';
export { debounce } from '../base/debounce';
export { Events } from '../base/events';
export { Keymap } from '../base/keymap';
export { Platform } from '../base/platform';
export { Scope } from '../base/scope';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from '../dom/icons';
export { displayTooltip, setTooltip } from '../dom/tooltip';
export { Editor } from '../editor/editor';
export { editorEditorField, editorInfoField, editorLivePreviewField, editorViewField, livePreviewState } from '../editor/fields';
export { MarkdownView } from '../editor/markdown-view';
export { MarkdownPreviewView } from '../editor/preview-view';
export { MetadataCache } from '../metadata/cache';
export { FileManager } from '../metadata/file-manager';
export { getAllTags, parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterStringArray, parseFrontMatterTags } from '../metadata/properties';
export { iterateCacheRefs, iterateRefs, resolveSubpath } from '../metadata/references';
export { Plugin } from '../plugins/plugin';
export { htmlToMarkdown, sanitizeHTMLToDom } from '../render/html';
export { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from '../render/markdown-renderer';
export { ButtonComponent, ExtraButtonComponent } from '../settings/button-components';
export { BaseComponent, DropdownComponent, SliderComponent, ToggleComponent, ValueComponent } from '../settings/components';
export { AbstractTextComponent, SearchComponent, TextAreaComponent, TextComponent } from '../settings/text-components';
export { ColorComponent, DisplayValueComponent, MomentFormatComponent, ProgressBarComponent, SecretComponent } from '../settings/more-components';
export { Setting } from '../settings/setting';
export { SettingGroup } from '../settings/setting-group';
export { SettingPage } from '../settings/setting-page';
export { PluginSettingTab, SettingTab } from '../settings/setting-tab';
export { ConfirmationButton, ConfirmationModal } from '../shell/confirm';
export { SecretStorage } from '../shell/secret-storage';
export { EditorSuggest } from '../ui/editor-suggest';
export { FuzzySuggestModal } from '../ui/fuzzy-suggest-modal';
export { HoverPopover } from '../ui/hover-popover';
export { AbstractInputSuggest } from '../ui/input-suggest';
export { Menu, MenuItem, MenuSeparator } from '../ui/menu';
export { Modal } from '../ui/modal';
export { Notice } from '../ui/notice';
export { PopoverSuggest } from '../ui/popover-suggest';
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from '../ui/search';
export { SuggestModal } from '../ui/suggest-modal';
export { TAbstractFile, TFile, TFolder } from '../vault/files';
export { normalizePath } from '../vault/paths';
export { Vault } from '../vault/vault';
export {
	WorkspaceContainer,
	WorkspaceFloating,
	WorkspaceItem,
	WorkspaceMobileDrawer,
	WorkspaceParent,
	WorkspaceRibbon,
	WorkspaceRoot,
	WorkspaceSidedock,
	WorkspaceSplit,
	WorkspaceWindow,
} from '../workspace/items';
export { WorkspaceLeaf } from '../workspace/leaf';
export { WorkspaceTabs } from '../workspace/tabs';
export { TextFileView } from '../workspace/text-file-view';
export { EditableFileView, FileView, ItemView, View } from '../workspace/view';
export { Workspace } from '../workspace/workspace';
export { finishRenderMath, getBlobArrayBuffer, loadMathJax, loadMermaid, loadPdfJs, loadPrism, renderMath } from './absent';
export { moment } from './moment';
export { request, requestUrl } from './request';
export { Tasks } from './tasks';
export {
	arrayBufferToBase64,
	arrayBufferToHex,
	base64ToArrayBuffer,
	getFrontMatterInfo,
	getLinkpath,
	hexToArrayBuffer,
	parseLinktext,
	parseYaml,
	stringifyYaml,
	stripHeading,
	stripHeadingForLink,
} from './text';
export { apiVersion, getLanguage, requireApiVersion } from './versions';
/** As in Obsidian, the file systems behind the vault can be told apart by class. */
export { WebAdapter as FileSystemAdapter, WebAdapter as CapacitorAdapter } from '../vault/adapter';
