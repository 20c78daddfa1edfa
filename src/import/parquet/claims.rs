//! What an Arrow file says of its own lengths, held against what there is: the library makes room for whatever a footer, a
//! block, a message or an LZ4 buffer claims before it has read a byte of it. What Zstandard claims is checked where it is
//! unpacked.

use arrow_ipc::{Block, CompressionType, Message, RecordBatch};
use arrow_schema::ArrowError;

/// What a byte of LZ4 can unfold to at most: a run's length grows by 255 with each byte.
const LARGEST_RATIO: usize = 255;

/// Bytes at both ends of a file: its mark, with padding before the first message, and the footer's length before the last.
const HEAD: usize = 8;
const TAIL: usize = 10;

/// Refuses a file or stream of which a part claims more than there is, or a buffer more than it can hold. What is not as it
/// should be otherwise is left to whoever reads it.
///
/// # Errors
/// With the number of bytes that are claimed.
pub(super) fn check(bytes: &[u8], is_file: bool) -> Result<(), ArrowError> {
    if is_file {
        let room = bytes.len().saturating_sub(TAIL);
        if let Some(size) = footer_size(bytes) {
            fits(size, room)?;
        }
        for block in blocks(bytes).unwrap_or_default() {
            let lengths = [block.offset(), block.metaDataLength().into(), block.bodyLength()];
            let known = lengths.into_iter().filter_map(|length| usize::try_from(length).ok());
            fits(known.fold(0, usize::saturating_add), room)?;
            let at = usize::try_from(block.offset()).ok();
            let Some(bytes) = at.and_then(|at| bytes.get(at..)) else { continue };
            let body = usize::try_from(block.metaDataLength()).ok().and_then(|at| bytes.get(at..));
            // Here the length before a message says nothing: the footer does.
            let message = start(bytes).and_then(|at| arrow_ipc::root_as_message(&bytes[at..]).ok());
            if let (Some(message), Some(body)) = (message, body) {
                check_body(&message, body)?;
            }
        }
        // Files that are not of blocks are read as streams are; what follows their messages is none, and claims nothing.
        return check_stream(bytes.get(HEAD..).unwrap_or_default(), false);
    }
    check_stream(bytes, true)
}

fn fits(claim: usize, room: usize) -> Result<(), ArrowError> {
    if claim <= room {
        return Ok(());
    }
    Err(ArrowError::IpcError(format!("{claim} bytes are said to be there, of {room} at most")))
}

/// How long a file says that its footer is.
fn footer_size(bytes: &[u8]) -> Option<usize> {
    let end = bytes.len().checked_sub(TAIL)?;
    usize::try_from(i32::from_le_bytes(bytes.get(end..end + 4)?.try_into().ok()?)).ok()
}

/// Where a file's footer says that its batches lie.
fn blocks(bytes: &[u8]) -> Option<Vec<Block>> {
    let (end, size) = (bytes.len().checked_sub(TAIL)?, footer_size(bytes)?);
    let footer = arrow_ipc::root_as_footer(bytes.get(end.checked_sub(size)?..end)?).ok()?;
    let lists = [footer.dictionaries(), footer.recordBatches()];
    Some(lists.into_iter().flatten().flatten().copied().collect())
}

/// Checks one message after the other; where they are all there is, also that none is longer than the rest.
fn check_stream(mut bytes: &[u8], is_whole: bool) -> Result<(), ArrowError> {
    while let Some((start, size)) = header(bytes) {
        if is_whole {
            fits(size, bytes.len() - start)?;
        }
        let Some((message, body, length)) = message(bytes) else { break };
        if is_whole {
            fits(length - (start + size), body.len())?;
        }
        check_body(&message, body)?;
        bytes = bytes.get(length..).unwrap_or_default();
    }
    Ok(())
}

fn check_body(message: &Message<'_>, body: &[u8]) -> Result<(), ArrowError> {
    let batch = match message.header_as_dictionary_batch() {
        Some(dictionary) => dictionary.data(),
        None => message.header_as_record_batch(),
    };
    batch.map_or(Ok(()), |batch| check_batch(&batch, body))
}

/// Where the message that begins here has its content, and how long that is; `None` where there is none.
fn header(bytes: &[u8]) -> Option<(usize, usize)> {
    let start = start(bytes)?;
    let size = i32::from_le_bytes(bytes.get(start - 4..start)?.try_into().ok()?);
    Some((start, usize::try_from(size).ok().filter(|size| *size > 0)?))
}

/// Where the content of a message begins: files of old have no mark before its length.
fn start(bytes: &[u8]) -> Option<usize> {
    let start = if bytes.get(..4)? == [0xff; 4] { 8 } else { 4 };
    (start <= bytes.len()).then_some(start)
}

/// The message that begins here, what comes behind it, and how long it is with its own body.
fn message(bytes: &[u8]) -> Option<(Message<'_>, &[u8], usize)> {
    let (start, size) = header(bytes)?;
    let message = arrow_ipc::root_as_message(bytes.get(start..start.checked_add(size)?)?).ok()?;
    let body = usize::try_from(message.bodyLength()).ok()?;
    let end = start + size;
    Some((message, bytes.get(end..)?, end.checked_add(body)?))
}

fn check_batch(batch: &RecordBatch<'_>, body: &[u8]) -> Result<(), ArrowError> {
    if batch.compression().is_none_or(|by| by.codec() != CompressionType::LZ4_FRAME) {
        return Ok(());
    }
    for buffer in batch.buffers().into_iter().flatten() {
        let range =
            usize::try_from(buffer.offset()).ok().zip(usize::try_from(buffer.length()).ok());
        let content = range.and_then(|(at, length)| body.get(at..at.checked_add(length)?));
        let Some((claim, packed)) = content.and_then(|content| content.split_first_chunk()) else {
            continue;
        };
        // Below zero it says that nothing is packed.
        let claim = usize::try_from(i64::from_le_bytes(*claim)).unwrap_or_default();
        if claim > packed.len().saturating_mul(LARGEST_RATIO) {
            let said = format!("{} bytes are said to unfold to {claim}", packed.len());
            return Err(ArrowError::IpcError(said));
        }
    }
    Ok(())
}
