// A hand at a phone, whichever way the phone is driven: it presses, types and sees by the words on the screen.

export const PIN = '25801370';

/** What is pressed. */
export type Role = 'button' | 'link' | 'checkbox' | 'radio';

/** Words on the screen. */
export type Name = string | RegExp;

export abstract class Hand {
	abstract press(role: Role, name: Name, exact?: boolean): Promise<void>;

	/** Writes into the field of this label, in place of what stood there. */
	abstract fillIn(label: string, text: string): Promise<void>;

	/** Waits for these words. */
	abstract see(text: Name): Promise<void>;

	async typePin(pin = PIN): Promise<void> {
		for (const digit of pin) await this.press('button', digit, true);
	}

	/** From the code on the desk's screen to the list on the phone. */
	async join(code: string): Promise<void> {
		await this.fillIn('Mã mời', code);
		await this.press('button', 'Kiểm tra mã');
		await this.press('button', 'Đúng, là tôi');
		await this.press('checkbox', 'Tôi đã đọc và cam kết');
		await this.press('button', 'Cam kết');
		await this.typePin();
		await this.press('button', 'Tiếp tục');
		await this.typePin();
		await this.press('button', 'Tiếp tục');
		await this.see(/Đã có \d+ hộ trên máy/);
		await this.press('button', 'Bắt đầu');
	}

	async unlock(pin = PIN): Promise<void> {
		await this.typePin(pin);
		await this.press('button', 'Mở khóa');
	}
}
