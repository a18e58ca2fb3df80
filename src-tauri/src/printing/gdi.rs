//! Printing on Windows: the system's own dialog, the pages drawn here and handed to the printer by GDI.

// GDI and the common dialogs are C interfaces; every call below is one of theirs, with buffers that live
// longer than the call.
#![allow(unsafe_code)]

use std::ptr::{null, null_mut};

use hayro::hayro_syntax::Pdf;
use office::Failure;
use windows_sys::Win32::Foundation::{GlobalFree, HGLOBAL};
use windows_sys::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, DEVMODEW, DIB_RGB_COLORS, DM_DUPLEX, DM_ORIENTATION, DM_PAPERSIZE,
    DM_SCALE, DMDUP_VERTICAL, DeleteDC, GetDeviceCaps, HALFTONE, HDC, LOGPIXELSX, LOGPIXELSY,
    PHYSICALOFFSETX, PHYSICALOFFSETY, SRCCOPY, SetStretchBltMode, StretchDIBits,
};
use windows_sys::Win32::Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage};
use windows_sys::Win32::System::Memory::{GlobalLock, GlobalUnlock};
use windows_sys::Win32::UI::Controls::Dialogs::{
    CommDlgExtendedError, PD_ALLPAGES, PD_NOSELECTION, PD_PAGENUMS, PD_RETURNDC, PD_RETURNDEFAULT,
    PD_USEDEVMODECOPIESANDCOLLATE, PDERR_NODEFAULTPRN, PRINTDLGW, PrintDlgW,
};

use super::{PageRanges, raster};

/// Finer than this no office printer shows.
const FINEST_DPI: i32 = 300;
/// So many rows go to the printer at a time; some drivers refuse larger pictures.
const BAND: usize = 512;
/// A4 in millimetres.
const PAPER: (f64, f64) = (210.0, 297.0);
const DMPAPER_A4: i16 = 9;
const DMORIENT_PORTRAIT: i16 = 1;

/// Asks for printer, pages and copies, and prints. `None` where the dialog was cancelled.
pub fn print(
    owner: Option<isize>,
    title: &str,
    pdf: &[u8],
    ranges: &PageRanges,
) -> Result<Option<String>, Failure> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| failed("文件读不出来"))?;
    let Some(job) = Job::ask(owner, pdf.pages().len())? else { return Ok(None) };
    let chosen = job.pages.clone().unwrap_or_else(|| ranges.pages().collect());
    job.run(title, &pdf, &chosen)?;
    Ok(Some(format!("已送到打印机，共 {} 页", chosen.len())))
}

/// A printer's device context with what the dialog was told.
struct Job {
    device: HDC,
    /// Pages from 1; `None`: all.
    pages: Option<Vec<usize>>,
    /// Where the printer cannot repeat by itself.
    copies: u16,
}

impl Drop for Job {
    fn drop(&mut self) {
        // SAFETY: the device came from the dialog and is released once.
        unsafe { DeleteDC(self.device) };
    }
}

impl Job {
    fn ask(owner: Option<isize>, pages: usize) -> Result<Option<Self>, Failure> {
        let last = u16::try_from(pages).unwrap_or(u16::MAX).max(1);
        let mut dialog = PRINTDLGW {
            lStructSize: size_of::<PRINTDLGW>() as u32,
            Flags: PD_RETURNDEFAULT,
            ..Default::default()
        };
        // SAFETY: the structure is whole and outlives the call; with PD_RETURNDEFAULT no dialog is shown.
        if unsafe { PrintDlgW(&mut dialog) } == 0 {
            return Err(dialog_failed());
        }
        // SAFETY: the handle is the one just returned.
        unsafe { prefer_a4_on_both_sides(dialog.hDevMode) };
        dialog.hwndOwner = owner.map_or(null_mut(), |window| window as _);
        dialog.Flags = PD_RETURNDC | PD_ALLPAGES | PD_NOSELECTION | PD_USEDEVMODECOPIESANDCOLLATE;
        (dialog.nMinPage, dialog.nMaxPage, dialog.nFromPage, dialog.nToPage) = (1, last, 1, last);
        dialog.nCopies = 1;
        // SAFETY: as above; the handles in it are the system's own.
        let accepted = unsafe { PrintDlgW(&mut dialog) } != 0;
        // SAFETY: both are freed once, after the dialog has done with them.
        unsafe {
            GlobalFree(dialog.hDevMode);
            GlobalFree(dialog.hDevNames);
        }
        if !accepted {
            // SAFETY: no arguments.
            return if unsafe { CommDlgExtendedError() } == 0 { Ok(None) } else { Err(dialog_failed()) };
        }
        let chosen = (dialog.Flags & PD_PAGENUMS != 0)
            .then(|| (usize::from(dialog.nFromPage)..=usize::from(dialog.nToPage)).collect());
        Ok(Some(Self { device: dialog.hDC, pages: chosen, copies: dialog.nCopies.max(1) }))
    }

    fn run(&self, title: &str, pdf: &Pdf, pages: &[usize]) -> Result<(), Failure> {
        let title: Vec<u16> = title.encode_utf16().chain([0]).collect();
        let about = DOCINFOW {
            cbSize: size_of::<DOCINFOW>() as i32,
            lpszDocName: title.as_ptr(),
            lpszOutput: null(),
            lpszDatatype: null(),
            fwType: 0,
        };
        // SAFETY: the device is open, title and structure outlive the call.
        if unsafe { StartDocW(self.device, &about) } <= 0 {
            return Err(failed("打印机没有接受任务"));
        }
        for _ in 0..self.copies {
            for number in pages {
                if let Err(failure) = self.page(pdf, *number) {
                    // SAFETY: the document was started; this ends it without printing the rest.
                    unsafe { AbortDoc(self.device) };
                    return Err(failure);
                }
            }
        }
        // SAFETY: ends the document that was started.
        if unsafe { EndDoc(self.device) } <= 0 {
            return Err(failed("打印任务没有完成"));
        }
        Ok(())
    }

    fn page(&self, pdf: &Pdf, number: usize) -> Result<(), Failure> {
        let cap = |index: u32| {
            // SAFETY: the device is open.
            unsafe { GetDeviceCaps(self.device, index as i32) }
        };
        let (across, down) = (cap(LOGPIXELSX as u32), cap(LOGPIXELSY as u32));
        let dpi = across.clamp(72, FINEST_DPI);
        let raster = raster::page(pdf, number, dpi as f32)
            .ok_or_else(|| failed(&format!("第 {number} 页画不出来")))?;
        let pixels = |millimetres: f64, dpi: i32| (millimetres / 25.4 * f64::from(dpi)).round() as i32;
        let (width, height) = (pixels(PAPER.0, across), pixels(PAPER.1, down));
        // The device begins where it can print, the page at the paper's edge.
        let (left, top) = (-cap(PHYSICALOFFSETX as u32), -cap(PHYSICALOFFSETY as u32));
        // SAFETY: the document was started.
        if unsafe { StartPage(self.device) } <= 0 {
            return Err(failed(&format!("第 {number} 页没有开始")));
        }
        // SAFETY: the device is open.
        unsafe { SetStretchBltMode(self.device, HALFTONE) };
        for first in (0..raster.height).step_by(BAND) {
            let rows = BAND.min(raster.height - first);
            let place = |row: usize| top + (row as i64 * i64::from(height) / raster.height as i64) as i32;
            let (from, to) = (place(first), place(first + rows));
            let info = bitmap(raster.width, rows);
            let bits = &raster.pixels[first * raster.width * 4..(first + rows) * raster.width * 4];
            // SAFETY: `bits` holds `rows` rows of `width` pixels, as `info` says.
            let drawn = unsafe {
                StretchDIBits(
                    self.device,
                    left,
                    from,
                    width,
                    to - from,
                    0,
                    0,
                    raster.width as i32,
                    rows as i32,
                    bits.as_ptr().cast(),
                    &info,
                    DIB_RGB_COLORS,
                    SRCCOPY,
                )
            };
            if drawn == 0 {
                return Err(failed(&format!("第 {number} 页没有画到打印机上")));
            }
        }
        // SAFETY: ends the page that was started.
        if unsafe { EndPage(self.device) } <= 0 {
            return Err(failed(&format!("第 {number} 页没有送完，可能缺纸或者磁盘已满")));
        }
        Ok(())
    }
}

/// Rows from the top, four bytes a pixel.
fn bitmap(width: usize, rows: usize) -> BITMAPINFO {
    BITMAPINFO {
        bmiHeader: BITMAPINFOHEADER {
            biSize: size_of::<BITMAPINFOHEADER>() as u32,
            biWidth: width as i32,
            // Negative: the first row is the top one.
            biHeight: -(rows as i32),
            biPlanes: 1,
            biBitCount: 32,
            biCompression: BI_RGB,
            ..Default::default()
        },
        ..Default::default()
    }
}

/// The dialog opens with A4 upright, unscaled, on both sides by the long edge.
///
/// # Safety
/// `mode` is a movable block that holds a `DEVMODEW`, or null.
unsafe fn prefer_a4_on_both_sides(mode: HGLOBAL) {
    if mode.is_null() {
        return;
    }
    // SAFETY: the caller's promise; the lock is given back below.
    unsafe {
        let held = GlobalLock(mode).cast::<DEVMODEW>();
        if let Some(held) = held.as_mut() {
            held.dmFields |= DM_DUPLEX | DM_PAPERSIZE | DM_ORIENTATION | DM_SCALE;
            held.dmDuplex = DMDUP_VERTICAL;
            held.Anonymous1.Anonymous1.dmPaperSize = DMPAPER_A4;
            held.Anonymous1.Anonymous1.dmOrientation = DMORIENT_PORTRAIT;
            held.Anonymous1.Anonymous1.dmScale = 100;
        }
        GlobalUnlock(mode);
    }
}

fn dialog_failed() -> Failure {
    // SAFETY: no arguments.
    match unsafe { CommDlgExtendedError() } {
        PDERR_NODEFAULTPRN => Failure::new(
            "print.no_printer",
            "这台电脑还没有添加打印机，报告没有打印",
            "请先在「设置 → 蓝牙和其他设备 → 打印机和扫描仪」里添加，或者导出 PDF 再打印",
        ),
        code => failed(&format!("打印对话框没有打开（{code:#06x}）")),
    }
}

fn failed(what: &str) -> Failure {
    Failure::new(
        "print.failed",
        format!("打印没有成功：{what}"),
        "请检查打印机是否开机、联网、有纸，再打印一次；也可以导出 PDF 再打印",
    )
}
