/**
 * Artefacts into a folder, so that neither a good site nor a file of the user is ever lost:
 *
 * <pre>{@code
 * OutputLock ─▶ recover ─▶ FolderContents (check) ─▶ WorkFolder (stage) ─▶ check again ─▶ swap the folders
 *                                                                                     └▶ ReplaceJournal, file by file
 * }</pre>
 */
@NullMarked
package dev.rebound.publish.output;

import org.jspecify.annotations.NullMarked;
